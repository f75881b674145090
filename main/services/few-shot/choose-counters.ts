import type { FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import type { Database } from '../../db/database.ts';
import { changesOf, type CounterCase, counterCases } from '../../db/tables/counter-cases.ts';
import { exportRowReader } from '../../db/tables/export-rows.ts';
import { createFrozenReader } from './frozen-reader.ts';
import { counterText } from './write-few-shot.ts';

/** A counter-example that was chosen. */
export interface ChosenCounter {
  readonly seq: number;
  readonly id: string;
  readonly tokens: number;
  readonly mode: { readonly id: string; readonly name: string; readonly definition: string };
  readonly cases: number;
  /** Changes of the interaction: the fewer, the plainer what is meant. */
  readonly changes: number;
}

/** Of one failure mode, cases that are looked at: what people said of a change first, and of those the earliest. */
const mostCases = 200;

interface ModeCases {
  readonly said: CounterCase[];
  readonly others: CounterCase[];
  count: number;
}

/**
 * One counter-example for each of the most frequent failure modes: where a person named the failure mode, with the fewest
 * changes beside it, and short enough. They take half of the budget at most.
 */
export function chooseCounters(
  database: Database,
  seqs: Float64Array,
  { counters, budget, format }: Pick<FewShotOptions, 'counters' | 'budget' | 'format'>,
  countTokens: (text: string) => number,
): ChosenCounter[] {
  if (counters === 0) return [];
  const modes = new Map<number, ModeCases>();
  for (const one of counterCases(database)) {
    if (!includesSeq(seqs, one.seq)) continue;
    const known = modes.get(one.modeSeq) ?? { said: [], others: [], count: 0 };
    modes.set(one.modeSeq, known);
    known.count++;
    const list = one.isSaid === 1 ? known.said : known.others;
    if (list.length < mostCases) list.push(one);
  }
  const chosen: ChosenCounter[] = [];
  let left = Math.floor(budget / 2);
  const byFrequency = [...modes].toSorted(([a, one], [b, other]) => other.count - one.count || a - b);
  for (const [, { said, others, count }] of byFrequency) {
    if (chosen.length === counters) break;
    const taken = new Set(chosen.map(({ seq }) => seq));
    const next = plainest(database, [...said, ...others], taken, { left, format, countTokens });
    if (next === null) continue;
    chosen.push({ ...next, cases: count });
    left -= next.tokens;
  }
  return chosen;
}

interface Fitting extends Pick<FewShotOptions, 'format'> {
  /** Tokens that it may take. */
  readonly left: number;
  readonly countTokens: (text: string) => number;
}

function plainest(
  database: Database,
  cases: readonly CounterCase[],
  taken: ReadonlySet<number>,
  { left, format, countTokens }: Fitting,
): Omit<ChosenCounter, 'cases'> | null {
  const changes = changesOf(
    database,
    cases.map(({ seq }) => seq),
  );
  const read = exportRowReader(database);
  const frozenOf = createFrozenReader(database);
  const inOrder = cases
    .filter(({ seq }) => !taken.has(seq))
    .toSorted(
      (a, b) => b.isSaid - a.isSaid || (changes.get(a.seq) ?? 0) - (changes.get(b.seq) ?? 0) || a.seq - b.seq,
    );
  for (const { seq, modeId, name, definition } of inOrder) {
    const [row] = read(Float64Array.of(seq));
    if (row === undefined || row.edit === null || frozenOf([row]).size > 0) continue;
    const mode = { id: modeId, name, definition };
    const text = counterText(format, { prompt: row.messages, bad: row.output, good: row.edit, mode });
    if (!text.ok) continue;
    const tokens = countTokens(text.value);
    if (tokens <= left) return { seq, id: row.id, tokens, mode, changes: changes.get(seq) ?? 0 };
  }
  return null;
}

/** @param seqs ascending */
function includesSeq(seqs: Float64Array, seq: number): boolean {
  let [low, high] = [0, seqs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seqs[middle] ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return seqs[low] === seq;
}
