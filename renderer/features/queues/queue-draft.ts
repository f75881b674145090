import type { QueueOrder, QueueOrderKind } from '../../../shared/domain/queue/queue-order.ts';
import { type QueueSettings, usualQueue } from '../../../shared/domain/queue/queue-settings.ts';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { queryToText } from '../../../shared/domain/search/query-to-text.ts';

/** A queue as it is being written: texts where a field may be empty. */
export interface QueueDraft {
  readonly name: string;
  readonly query: string;
  readonly by: QueueOrderKind;
  /** What `stratified`, `lowest_signal`, and `disagreement` and `uncertain` go by. */
  readonly field: string;
  readonly signal: string;
  readonly question: string;
  readonly seed: number;
  readonly limit: string;
  readonly overlap: number;
  readonly goldEvery: string;
  readonly annotators: readonly string[];
  /** Names of further annotators, separated by commas. */
  readonly others: string;
  readonly blind: boolean;
}

export type DraftField = 'name' | 'query' | 'limit' | 'goldEvery';

/** Why a field cannot be taken as it is, by field. */
export type DraftProblems = Readonly<Partial<Record<DraftField, string>>>;

/**
 * @param signal the name of a signal that there is
 * @param question id of the first question that has choices
 */
export function draftOf(
  queue: QueueSettings | null,
  usual: { readonly signal: string; readonly question: string; readonly query: string },
): QueueDraft {
  const { order, ...settings } = queue ?? { ...usualQueue, name: '' };
  return {
    name: settings.name,
    query: queue === null ? usual.query : queryToText(settings.filter),
    by: order.by,
    field: order.by === 'stratified' ? order.field : 'source',
    signal: order.by === 'lowest_signal' ? order.signal : usual.signal,
    question: order.by === 'disagreement' || order.by === 'uncertain' ? order.question : usual.question,
    seed: settings.seed,
    limit: settings.limit === null ? '' : String(settings.limit),
    overlap: settings.overlap,
    goldEvery: settings.goldEvery === null ? '' : String(settings.goldEvery),
    annotators: settings.annotators,
    others: '',
    blind: settings.blind,
  };
}

export type ReadDraft =
  | { readonly settings: QueueSettings; readonly problems: null }
  | { readonly settings: null; readonly problems: DraftProblems };

/** The settings that a draft says, or what is wrong with it. */
export function readDraft(draft: QueueDraft): ReadDraft {
  const name = draft.name.trim();
  const query = parseQuery(draft.query);
  const limit = countOf(draft.limit);
  const goldEvery = countOf(draft.goldEvery);
  const problems: DraftProblems = {
    ...(name === '' ? { name: 'Give it a name.' } : {}),
    ...(name.length > 100 ? { name: 'Choose a name of at most 100 characters.' } : {}),
    ...(query.ok ? {} : { query: query.error.message }),
    ...(limit === undefined ? { limit: whole } : {}),
    ...(goldEvery === undefined ? { goldEvery: whole } : {}),
  };
  if (!query.ok || limit === undefined || goldEvery === undefined || name === '' || name.length > 100)
    return { settings: null, problems };
  const others = draft.others.split(',').map((text) => text.trim());
  const annotators = [...new Set([...draft.annotators, ...others.filter((text) => text !== '')])];
  const { seed, overlap, blind } = draft;
  const settings = {
    name,
    filter: [...query.value],
    order: orderOf(draft),
    seed,
    limit,
    overlap,
    goldEvery,
    annotators,
    blind,
  };
  return { settings, problems: null };
}

const whole = 'Write a whole number from 1 on, or nothing.';

/** Null where nothing is written, undefined where it is no whole number from 1 on. */
function countOf(text: string): number | null | undefined {
  const written = text.trim();
  if (written === '') return null;
  return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : undefined;
}

function orderOf({ by, field, signal, question }: QueueDraft): QueueOrder {
  switch (by) {
    case 'stratified':
      return { by, field };
    case 'lowest_signal':
      return { by, signal };
    case 'disagreement':
    case 'uncertain':
      return { by, question };
    default:
      return { by };
  }
}
