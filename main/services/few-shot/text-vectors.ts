import { packVector } from '../../../shared/domain/clusters/sparse-vector.ts';
import type { FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { textTerms } from '../../../shared/domain/fewshot/text-vector.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { openVectorModel } from '../clusters/models/open-vector-model.ts';

/** An input and its answer. */
export interface AnsweredText {
  readonly input: string;
  readonly answer: string;
}

/** Makes packed raw vectors of inputs with their answers. */
export interface TextVectors {
  /** Whether terms are words, whose frequency counts. */
  readonly isSparse: boolean;
  /** Texts that are given at a time, at most. */
  readonly batchSize: number;
  /** MODEL_UNUSABLE, JOB_CANCELLED. */
  vectorsOf(texts: readonly AnsweredText[], signal: AbortSignal): Promise<Result<readonly Uint8Array[]>>;
}

/** MODEL_UNUSABLE. */
export async function openTextVectors(
  id: FewShotOptions['model'],
  dataFolder: string,
): Promise<Result<TextVectors>> {
  if (id === 'lexical')
    return succeed({
      isSparse: true,
      batchSize: 200,
      vectorsOf: (texts) =>
        Promise.resolve(succeed(texts.map(({ input, answer }) => packVector(textTerms(input, answer))))),
    });
  const model = await openVectorModel(id, dataFolder);
  if (!model.ok) return model;
  return succeed({
    isSparse: false,
    batchSize: model.value.batchSize,
    async vectorsOf(texts, signal) {
      const vectors = await model.value.vectorsOf(texts.map(asWhole), signal);
      return vectors.ok ? succeed(vectors.value.map(packVector)) : vectors;
    },
  });
}

/** Models of changes read a whole text and what is said of it. */
function asWhole({ input, answer }: AnsweredText) {
  return {
    removed: input,
    added: '',
    before: '',
    after: '',
    comments: [answer.slice(0, mostOfAnswer)],
    isWhole: true,
    position: 0,
  };
}

const mostOfAnswer = 2000;
