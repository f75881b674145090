import { diffTexts, type TextDiff } from '../../../shared/domain/diff/diff-texts.ts';

export interface DiffRequest {
  readonly number: number;
  readonly output: string;
  readonly edit: string;
}

export interface DiffAnswer {
  readonly number: number;
  readonly diff: TextDiff;
}

addEventListener('message', ({ data }: MessageEvent<DiffRequest>) => {
  const answer: DiffAnswer = { number: data.number, diff: diffTexts(data.output, data.edit) };
  postMessage(answer);
});
