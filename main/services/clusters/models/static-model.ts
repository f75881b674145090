import { type Result, succeed } from '../../../../shared/result/result.ts';
import { readStaticEmbeddings } from '../../../files/static-embeddings.ts';
import { joinedVector, textsOfChange } from './embed-changes.ts';
import type { VectorModel } from './vector-model.ts';

/** Static embeddings of a local folder: nothing is run and nothing is downloaded. MODEL_UNUSABLE. */
export async function openStaticModel(id: string, folder: string): Promise<Result<VectorModel>> {
  const embeddings = await readStaticEmbeddings(folder);
  if (!embeddings.ok) return embeddings;
  const { value: model } = embeddings;
  return succeed({
    id,
    version: model.version,
    isSparse: false,
    batchSize: 200,
    vectorsOf: (changes) =>
      Promise.resolve(
        succeed(
          changes.map((change) => {
            const [removed, added] = textsOfChange(change);
            return joinedVector(model.vectorOf(removed), model.vectorOf(added));
          }),
        ),
      ),
  });
}
