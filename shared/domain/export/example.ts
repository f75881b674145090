import type { Result } from '../../result/result.ts';
import type { Json } from '../json.ts';
import type { Message } from '../message.ts';
import { type AnswerStep, answerSteps } from './answer-steps.ts';
import type { ExportRow, RowMode } from './export-row.ts';
import { type AnswerOptions, learnedAnswer, answerPair, judgedAnswers, type Score } from './pairing.ts';
import type { Recipe } from './recipe.ts';
import { removedTexts } from './removed-texts.ts';
import { skip, type SkippedRow } from './row-finding.ts';

/** What a format writes a row from: the same for all formats, so that each says only how it is spelled. */
export type Example =
  SupervisedExample | PreferenceExample | UnpairedExample | StepwiseExample | EvaluationExample;

/** An input and the answer to learn. */
export interface SupervisedExample {
  readonly kind: 'supervised';
  readonly prompt: readonly Message[];
  readonly answer: string;
  /** The output that people made the answer from; null where nobody edited it. */
  readonly draft: string | null;
  /** Whether earlier answers of the conversation are learned, too; nobody has looked at those. */
  readonly trains: 'last' | 'all';
  /** What the output was judged by, where the recipe asks. */
  readonly score?: Score;
  /** Definitions of the tools that the model may call. */
  readonly tools?: readonly Json[];
}

/** An input with a better and a worse answer. */
export interface PreferenceExample {
  readonly kind: 'preference';
  readonly prompt: readonly Message[];
  readonly chosen: string;
  readonly rejected: string;
  /** How much higher the chosen answer was judged. */
  readonly margin?: number;
  readonly tools?: readonly Json[];
}

/** An input with an answer that is good or bad in itself. */
export interface UnpairedExample {
  readonly kind: 'unpaired';
  readonly prompt: readonly Message[];
  readonly answer: string;
  readonly good: boolean;
  readonly tools?: readonly Json[];
}

/** An input with the steps of an output, each good or not. */
export interface StepwiseExample {
  readonly kind: 'stepwise';
  readonly prompt: readonly Message[];
  readonly steps: readonly AnswerStep[];
}

/** An input to try a model on, with what its answer should be like. */
export interface EvaluationExample {
  readonly kind: 'evaluation';
  /** Of the interaction. */
  readonly id: string;
  readonly prompt: readonly Message[];
  readonly ideal: string;
  /** Texts that people took out. */
  readonly avoid: readonly string[];
  readonly modes: readonly RowMode[];
  /** The failure mode that it tests for; without one, it tests for all of the interaction. */
  readonly about?: RowMode;
}

export type ExampleOptions = AnswerOptions & Pick<Recipe, 'trains' | 'perMode'>;

/** Learns the edit, or what else the recipe's pairing says. */
export function supervisedExample(
  row: ExportRow,
  options: ExampleOptions,
): Result<SupervisedExample, SkippedRow> {
  const learned = learnedAnswer(row, options);
  if (!learned.ok) return learned;
  const { trains = 'all' } = options;
  return { ok: true, value: { kind: 'supervised', prompt: row.messages, ...learned.value, trains } };
}

/** Prefers the edit to the output, or what else the recipe's pairing says. */
export function preferenceExample(
  row: ExportRow,
  options: Pick<ExampleOptions, 'pairs'>,
): Result<PreferenceExample, SkippedRow> {
  const pair = answerPair(row, options);
  return pair.ok ? { ok: true, value: { kind: 'preference', prompt: row.messages, ...pair.value } } : pair;
}

/** Answers that are good or bad in themselves; see `judgedAnswers`. */
export function unpairedExamples(
  row: ExportRow,
  options: ExampleOptions,
): Result<readonly UnpairedExample[], SkippedRow> {
  const judged = judgedAnswers(row, options);
  if (!judged.ok) return judged;
  const examples = judged.value.map(
    ({ answer, good }) => ({ kind: 'unpaired', prompt: row.messages, answer, good }) as const,
  );
  return { ok: true, value: examples };
}

/** The paragraphs of the output, up to the first that people changed; see `answerSteps`. */
export function stepwiseExample(
  { messages: prompt, output, edit }: ExportRow,
  { target }: ExampleOptions,
): Result<StepwiseExample, SkippedRow> {
  if (edit === null && target === 'edit') return noEdit;
  const steps = answerSteps(output, edit);
  return steps.length === 0 ? emptyOutput : { ok: true, value: { kind: 'stepwise', prompt, steps } };
}

/** Wants the answer that a supervised set would learn. */
export function evaluationExample(
  row: ExportRow,
  options: ExampleOptions,
): Result<EvaluationExample, SkippedRow> {
  const { interactionId: id, messages: prompt, output, edit, modes = [] } = row;
  const learned = learnedAnswer(row, options);
  if (!learned.ok) return learned;
  const avoid = edit === null ? [] : removedTexts(output, edit);
  return { ok: true, value: { kind: 'evaluation', id, prompt, ideal: learned.value.answer, avoid, modes } };
}

/** With the option `perMode` one for each failure mode of the row. */
export function evaluationExamples(
  row: ExportRow,
  options: ExampleOptions,
): Result<readonly EvaluationExample[], SkippedRow> {
  const example = evaluationExample(row, options);
  if (!example.ok) return example;
  if (options.perMode === undefined) return { ok: true, value: [example.value] };
  const { modes, ...rest } = example.value;
  return { ok: true, value: Array.from(modes, (about) => ({ ...rest, modes: [about], about })) };
}

const emptyOutput = skip('empty_content', 'The output is empty.');

const noEdit = skip('no_edit', 'Nobody edited the output.');
