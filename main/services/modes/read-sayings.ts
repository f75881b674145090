import type { Database } from '../../db/database.ts';
import {
  answerSayings,
  resolvedSayings,
  type Saying,
  spanSayings,
  verdictsIn,
} from '../../db/tables/mode-sayings.ts';
import { failureModeQuestions } from '../review/failure-modes.ts';

/** What people say of one change, in failure modes that are in use. */
export interface PeopleSay {
  /** The failure mode that it has; null where nobody says. */
  readonly mode: number | null;
  /** Those that it is said not to have. */
  readonly out: ReadonlySet<number>;
}

/** What people say of the changes of interactions from one seq to another. */
export type SayingsReader = (
  first: number,
  last: number,
) => (interactionSeq: number, place: string) => PeopleSay;

/**
 * Who says what: the project's own word on an example first; else, of a whole output, what the team resolved; else what
 * most annotators say, of as many the one that was made first.
 * @param seqOf number of the failure mode in use that an id means; null where it is none
 */
export function createSayingsReader(database: Database, seqOf: (id: string) => number | null): SayingsReader {
  const questions = failureModeQuestions(database);
  const inUse = <Row extends Saying>(rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const mode = seqOf(row.failureMode);
      return mode === null ? [] : [{ ...row, mode }];
    });
  return (first, last) => {
    const verdicts = byPlace(inUse(verdictsIn(database, first, last)));
    const resolved = byPlace(inUse(resolvedSayings(database, first, last, questions)));
    const said = byPlace(
      inUse([...spanSayings(database, first, last), ...answerSayings(database, first, last, questions)]),
    );
    return (interactionSeq, place) => {
      const key = keyOf(interactionSeq, place);
      const onExample = verdicts.get(key) ?? [];
      const out = new Set(onExample.filter(({ verdict }) => verdict === 'out').map(({ mode }) => mode));
      const among = (modes: readonly number[]) => modes.filter((mode) => !out.has(mode));
      const examples = onExample.filter(({ verdict }) => verdict === 'in').map(({ mode }) => mode);
      const mode =
        among(examples).at(-1) ??
        among((resolved.get(key) ?? []).map((one) => one.mode)).at(-1) ??
        mostFrequent(among((said.get(key) ?? []).map((one) => one.mode)));
      return { mode, out };
    };
  };
}

function keyOf(seq: number, place: string): string {
  return `${seq}/${place}`;
}

function byPlace<Row extends Saying>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ seq, place }) => keyOf(seq, place));
}

function mostFrequent(modes: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const mode of modes) counts.set(mode, (counts.get(mode) ?? 0) + 1);
  const [first] = [...counts].toSorted(([a, many], [b, more]) => more - many || a - b);
  return first?.[0] ?? null;
}
