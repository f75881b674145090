import { isJsonObject, type Json } from '../../../../shared/domain/json.ts';
import type { ArrivingEdit, ArrivingLabel, ArrivingSignal } from '../adapter.ts';
import { snakeCase } from '../support/signals.ts';
import { textOf, unflatten, type Attributes } from './attributes.ts';
import type { SpanEvent } from './span.ts';

/** What people, models or programs found about a call. */
export interface Feedback {
  readonly signals: readonly ArrivingSignal[];
  readonly labels: readonly ArrivingLabel[];
  readonly edits: readonly ArrivingEdit[];
  /** Attributes that say nothing beyond it. */
  readonly taken: readonly string[];
}

export const evaluationEvent = 'gen_ai.evaluation.result';

/** The conventions have no place for the text that a person left; code made from a plan puts it here. */
export const finalTextAttribute = 'final_text';

/** One finding, whatever it was written as. */
interface Finding {
  readonly name: string;
  readonly score: Json | undefined;
  readonly label: Json | undefined;
  readonly explanation: Json | undefined;
  /** HUMAN, LLM, CODE or the tool's own. */
  readonly by: string | undefined;
  readonly identifier: string | undefined;
  readonly atMs: number | undefined;
}

/** The conventions name no evaluator, so that the signals of such an event have no origin. */
export function readEvaluation(event: SpanEvent): Feedback {
  const { attributes, atMs } = event;
  const feedback = feedbackOf({
    name: textOf(attributes.get('gen_ai.evaluation.name')) ?? 'evaluation',
    score: attributes.get('gen_ai.evaluation.score.value'),
    label: attributes.get('gen_ai.evaluation.score.label'),
    explanation: attributes.get('gen_ai.evaluation.explanation'),
    by: undefined,
    identifier: undefined,
    atMs,
  });
  const text = attributes.get(finalTextAttribute);
  if (typeof text !== 'string') return feedback;
  return { ...feedback, edits: [{ text, at: atMs === undefined ? null : new Date(atMs).toISOString() }] };
}

const prefixes = ['', 'trace.', 'session.'].flatMap((level) => [
  { list: `${level}annotations`, item: 'annotation' },
  { list: `${level}evaluations`, item: 'evaluation' },
]);

/** OpenInference's `annotations.N.annotation.*` and `evaluations.N.evaluation.*`, which mean the same. */
export function readAnnotations(attributes: Attributes): Feedback {
  const found: Feedback[] = [];
  for (const { list, item } of prefixes) {
    const entries = unflatten(attributes, list);
    if (entries === undefined) continue;
    const findings = entries.value.map((entry) => readAnnotation(entry, item));
    // What a finding has no place for, such as its metadata, stays under its own name.
    const taken = entries.keys.filter((key) => /\.(name|score|label|explanation|annotator_kind)$/.test(key));
    found.push({ ...merge(findings), taken });
  }
  return merge(found);
}

function readAnnotation(entry: Json, item: string): Feedback {
  const annotation = isJsonObject(entry) ? entry[item] : undefined;
  if (!isJsonObject(annotation)) return merge([]);
  return feedbackOf({
    name: textOf(annotation['name']) ?? item,
    score: annotation['score'],
    label: annotation['label'],
    explanation: annotation['explanation'],
    by: textOf(annotation['annotator_kind']),
    identifier: textOf(annotation['identifier']),
    atMs: undefined,
  });
}

export function merge(parts: readonly Feedback[]): Feedback {
  return {
    signals: parts.flatMap(({ signals }) => signals),
    labels: parts.flatMap(({ labels }) => labels),
    edits: parts.flatMap(({ edits }) => edits),
    taken: parts.flatMap(({ taken }) => taken),
  };
}

export function isEmpty({ signals, labels, edits }: Feedback): boolean {
  return signals.length === 0 && labels.length === 0 && edits.length === 0;
}

const outcomePrefix = /^outcome\.(?=.)/;

/**
 * A score is the signal of its name, or the outcome that it names as `outcome.<name>`. A label is one where there is no score,
 * and a label of Flywheel by a named person. An explanation of nothing is what was said.
 */
function feedbackOf(finding: Finding): Feedback {
  const { identifier, by } = finding;
  const name = snakeCase(finding.name.replace(outcomePrefix, ''));
  const kind = outcomePrefix.test(finding.name) ? 'outcome' : 'explicit';
  const score = valueOf(finding.score);
  const label = valueOf(finding.label);
  const explanation = textOf(finding.explanation);
  const isAlone = score === undefined && label === undefined;
  const isNamedPerson = by === 'HUMAN' && identifier !== undefined;
  const at = finding.atMs === undefined ? {} : { at: new Date(finding.atMs).toISOString() };
  const signal = (signalName: string, value: number | string | boolean): ArrivingSignal => ({
    kind,
    name: signalName,
    value,
    origin: originOf(by, identifier),
    ...at,
  });
  const signals: ArrivingSignal[] = [];
  if (score !== undefined) signals.push(signal(name, score));
  if (label !== undefined && !isNamedPerson)
    signals.push(signal(score === undefined ? name : `${name}_label`, label));
  if (explanation !== undefined)
    signals.push(signal(by === 'HUMAN' ? 'comment' : isAlone ? name : `${name}_explanation`, explanation));
  const isLabel = isNamedPerson && label !== undefined;
  return {
    signals,
    labels: isLabel ? [{ question: finding.name, value: label, annotator: identifier }] : [],
    edits: [],
    taken: [],
  };
}

function originOf(by: string | undefined, identifier: string | undefined): string | null {
  if (by === undefined) return null;
  const kind = by === 'HUMAN' ? 'human' : by === 'LLM' ? 'model' : by.toLowerCase();
  return identifier === undefined || kind === 'code' ? kind : `${kind}:${identifier}`;
}

function valueOf(value: Json | undefined): number | string | boolean | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'boolean' ? value : textOf(value);
}
