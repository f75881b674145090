import { z } from 'zod';
import type { ModelService } from '../../../../shared/contract/model-settings.ts';
import { fail, type Result, succeed } from '../../../../shared/result/result.ts';
import { askService } from './ask-service.ts';
import { joinedVector, textsOfChange } from './embed-changes.ts';
import type { VectorModel } from './vector-model.ts';

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(2) })),
});

/** Changes that are asked about at once; twice as many texts. */
const batchSize = 32;

/**
 * Embeddings of a service that speaks `POST <address>/embeddings` as OpenAI's does, such as a local Ollama
 * (`http://localhost:11434/v1`). The texts of changes go there, so it is asked only where the user turned it on.
 * MODEL_UNUSABLE.
 */
export async function openServiceModel(id: string, service: ModelService): Promise<Result<VectorModel>> {
  if (!service.isOn)
    return fail(
      'MODEL_UNUSABLE',
      'The embedding service is off. Turn it on in the settings, or choose another model.',
    );
  const first = await embed(service, ['a'], AbortSignal.timeout(30_000));
  if (!first.ok) return first;
  return succeed({
    id,
    version: `${service.url} ${service.model} ${first.value[0]?.length ?? 0}`,
    isSparse: false,
    batchSize,
    async vectorsOf(changes, signal) {
      const vectors = await embed(service, changes.flatMap(textsOfChange), signal);
      if (!vectors.ok) return vectors;
      const { value } = vectors;
      return succeed(
        changes.map((_, index) =>
          joinedVector(value[2 * index] ?? new Float32Array(0), value[2 * index + 1] ?? new Float32Array(0)),
        ),
      );
    },
  });
}

async function embed(
  service: ModelService,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly Float32Array[]>> {
  // Services refuse empty texts.
  const input = texts.map((text) => (text.trim() === '' ? ' . ' : text));
  const answer = await askService(
    service,
    'embeddings',
    { model: service.model, input },
    answerSchema,
    signal,
  );
  if (!answer.ok) return answer;
  const vectors = answer.value.data
    .toSorted((a, b) => a.index - b.index)
    .map(({ embedding }) => Float32Array.from(embedding));
  const width = vectors[0]?.length;
  return vectors.length === texts.length && vectors.every(({ length }) => length === width)
    ? succeed(vectors)
    : fail(
        'MODEL_UNUSABLE',
        `${service.url} gave ${vectors.length} vectors for ${texts.length} texts. Choose another model.`,
      );
}
