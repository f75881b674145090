import { z } from 'zod';
import { fail, type Result, succeed } from '../../result/result.ts';

/** In which order a queue gives its interactions. Where an order says nothing of two of them, the import order decides. */
export const queueOrderSchema = z.discriminatedUnion('by', [
  /** Those that nobody has labelled, then the rest. */
  z.object({ by: z.literal('unlabelled') }),
  z.object({ by: z.literal('import') }),
  /** By the time of the interaction; those without a time come last. */
  z.object({ by: z.literal('newest') }),
  /** Decided by the queue's seed. */
  z.object({ by: z.literal('random') }),
  /** One of each value in turn: `source`, `model`, `prompt_version`, `cluster` or `mode` of the first change that has one, `label.<question>` or `signal.<name>`. */
  z.object({ by: z.literal('stratified'), field: z.string().min(1) }),
  /** The highest HTER of the edit that is shown first; those without an edit come last. */
  z.object({ by: z.literal('largest_edit') }),
  /** The lowest number of a signal first; those without one come last. */
  z.object({ by: z.literal('lowest_signal'), signal: z.string().min(1) }),
  /** Those first on which annotators' answers to a question differ most; those with fewer than two come last. */
  z.object({ by: z.literal('disagreement'), question: z.string().min(1) }),
  /** Those first on which a simple model of the answers so far is least sure; answered ones come last. */
  z.object({ by: z.literal('uncertain'), question: z.string().min(1) }),
  /** The first of every group of near-duplicates, and all that are in none. */
  z.object({ by: z.literal('one_per_group') }),
]);

export type QueueOrder = z.infer<typeof queueOrderSchema>;
export type QueueOrderKind = QueueOrder['by'];

/** In the order that they are offered. */
export const queueOrderKinds: readonly QueueOrderKind[] = [
  'unlabelled',
  'import',
  'newest',
  'random',
  'stratified',
  'largest_edit',
  'lowest_signal',
  'disagreement',
  'uncertain',
  'one_per_group',
];

/** Whether this is a field that interactions can be stratified by. */
export function isStratum(field: string): boolean {
  return /^(?:source|model|prompt_version|cluster|mode|(?:label|signal)\..+)$/su.test(field);
}

/**
 * Reads an order as people write it: `random`, `stratified:model`, `lowest_signal:rating`, `disagreement:verdict`.
 * INPUT_INVALID with what can be written.
 */
export function parseQueueOrder(text: string): Result<QueueOrder> {
  const [name = '', ...rest] = text.trim().split(':');
  const by = name.replaceAll('-', '_');
  const detail = rest.join(':');
  const parsed = queueOrderSchema.safeParse({
    by,
    field: detail,
    signal: detail || 'rating',
    question: detail,
  });
  if (!parsed.success || (parsed.data.by === 'stratified' && !isStratum(detail)))
    return fail('INPUT_INVALID', `"${text}" is no order of a queue. ${forms}`);
  return succeed(parsed.data);
}

/** The text that `parseQueueOrder` reads back as the same order. */
export function queueOrderToText(order: QueueOrder): string {
  switch (order.by) {
    case 'stratified':
      return `stratified:${order.field}`;
    case 'lowest_signal':
      return `lowest_signal:${order.signal}`;
    case 'disagreement':
    case 'uncertain':
      return `${order.by}:${order.question}`;
    default:
      return order.by;
  }
}

const forms =
  'Write unlabelled, import, newest, random, stratified:FIELD (source, model, prompt_version, cluster, mode, ' +
  'label.QUESTION or signal.NAME), largest_edit, lowest_signal:NAME, disagreement:QUESTION, uncertain:QUESTION or one_per_group.';
