"""The baseline of bench/modes.ts: TF-IDF of words and k-means, as scikit-learn has them. JSON in, JSON out."""
import json
import sys

from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer

asked = json.load(sys.stdin)
vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(asked["texts"])
groups = [
    KMeans(asked["count"], n_init=10, random_state=seed).fit_predict(vectors).tolist() for seed in asked["seeds"]
]
json.dump(groups, sys.stdout)
