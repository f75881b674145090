"""Clusters the vectors of a folder by scikit-learn: `method folder` -> clusters of the units as int32 in `labels`.

Prints one line of JSON: seconds, cpu_seconds and peak_memory_mb of the clustering alone (memory: of the process).
"""

import json
import os
import resource
import sys
import time
from importlib.util import find_spec

method, folder = sys.argv[1:3]
if find_spec("sklearn") is None:
    sys.exit(3)

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import DBSCAN, OPTICS, KMeans, MiniBatchKMeans

def column(name, kind):
    return np.fromfile(os.path.join(folder, name), dtype=kind)

offsets = column("offsets", np.uint32).astype(np.int64)
seen, terms = np.unique(column("terms", np.uint32), return_inverse=True)
vectors = csr_matrix((column("weights", np.float32), terms, offsets), shape=(len(offsets) - 1, len(seen)))
rows = np.bincount(column("units", np.int32), minlength=vectors.shape[0])
weights = (1 + np.log(rows)).astype(np.float32)

methods = {
    "MiniBatchKMeans, k = 50": lambda: MiniBatchKMeans(50, n_init=3, random_state=1).fit(vectors, sample_weight=weights),
    "KMeans, k = 50": lambda: KMeans(50, n_init=1, random_state=1).fit(vectors, sample_weight=weights),
    # Cosine distance 0.4 and 20 changes, as a cluster of 10,000 has at least.
    "DBSCAN": lambda: DBSCAN(eps=0.4, min_samples=20, metric="cosine").fit(vectors, sample_weight=rows),
    "OPTICS": lambda: OPTICS(min_samples=10, metric="cosine", algorithm="brute").fit(vectors),
}

start, cpu = time.perf_counter(), time.process_time()
labels = methods[method]().labels_
figures = {
    "seconds": time.perf_counter() - start,
    "cpu_seconds": time.process_time() - cpu,
    "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
}
labels.astype(np.int32).tofile(os.path.join(folder, "labels"))
print(json.dumps(figures))
