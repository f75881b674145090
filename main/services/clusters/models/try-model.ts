import type { ConfiguredModel } from '../../../../shared/contract/model-settings.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import { staticEmbeddingsWidth } from '../../../files/static-embeddings.ts';
import { readSettings } from '../../app/settings.ts';
import { openVectorModel } from './open-vector-model.ts';

/** How many numbers a model's vector of a change has, and how long it took to find out. MODEL_UNUSABLE. */
export async function tryModel(
  id: ConfiguredModel,
  dataFolder: string,
): Promise<Result<{ numbers: number; milliseconds: number }>> {
  const startedAt = performance.now();
  const numbers = await numbersOf(id, dataFolder);
  return numbers.ok
    ? succeed({ numbers: numbers.value, milliseconds: performance.now() - startedAt })
    : numbers;
}

async function numbersOf(id: ConfiguredModel, dataFolder: string): Promise<Result<number>> {
  const { folder } = readSettings(dataFolder).models;
  if (id === 'folder' && folder !== null) {
    // Opening a large one takes longer than the engine may be held.
    const width = await staticEmbeddingsWidth(folder);
    return width.ok ? succeed(2 * width.value) : width;
  }
  const model = await openVectorModel(id, dataFolder);
  if (!model.ok) return model;
  const vectors = await model.value.vectorsOf([anyChange], AbortSignal.timeout(30_000));
  return vectors.ok ? succeed(vectors.value[0]?.terms.length ?? 0) : vectors;
}

const anyChange = {
  removed: 'utilize',
  added: 'use',
  before: 'We ',
  after: ' it.',
  comments: [],
  isWhole: false,
  position: 0.5,
};
