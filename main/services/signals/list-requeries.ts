import type { Requery } from '../../../shared/contract/signal-operations.ts';
import { comparedCharacters, comparedInput, compareWords } from '../../../shared/domain/signals/likeness.ts';
import { decisionText, isRequery, pairText } from '../../../shared/domain/signals/requery-decision.ts';
import type { SignalSettings } from '../../../shared/domain/signals/settings.ts';
import type { Database } from '../../db/database.ts';
import { idsOfItems } from '../../db/tables/items.ts';
import {
  countFoundRequeries,
  countRequeries,
  type ListedRequery,
  requeriesNearBorder,
  type ShownRequeries,
} from '../../db/tables/requery-lists.ts';
import { judgedPairs, type JudgedPair } from '../../db/tables/requery-verdicts.ts';
import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { lastInputOf } from '../../db/tables/similar-items.ts';

export interface RequeryListInput {
  readonly settings?: SignalSettings['requery'] | undefined;
  readonly show: ShownRequeries;
  readonly limit: number;
  readonly offset: number;
}

export interface RequeryList {
  readonly items: Requery[];
  readonly found: number;
  readonly candidates: number;
  readonly judged: JudgedPair[];
}

/** Pairs that may be re-queries, those first whose verdict tells most of where the settings should be. */
export function listRequeries(database: Database, input: RequeryListInput): RequeryList {
  const settings = input.settings ?? readSignalSettings(database).settings.requery;
  const { above, below } = requeriesNearBorder(database, settings, input.show, input.offset + input.limit);
  const distance = ({ likeness }: ListedRequery) => Math.abs(likeness - settings.leastLikeness);
  const pairs = [...above, ...below]
    .toSorted((one, other) => distance(one) - distance(other) || one.seq - other.seq)
    .slice(input.offset, input.offset + input.limit);
  return {
    items: pairs.map((pair) => describePair(database, pair, settings)),
    found: countFoundRequeries(database, settings),
    candidates: countRequeries(database),
    judged: judgedPairs(database),
  };
}

function describePair(database: Database, pair: ListedRequery, settings: SignalSettings['requery']): Requery {
  const [id = '', earlierId = ''] = idsOfItems(database, [pair.seq, pair.earlierSeq]);
  const [input, earlierInput] = [inputOf(database, pair.seq), inputOf(database, pair.earlierSeq)];
  const words = compareWords(comparedInput(earlierInput), comparedInput(input));
  return {
    id,
    earlierId,
    input,
    earlierInput,
    scope: pair.scope,
    likeness: pair.likeness,
    gapMs: pair.gapMs,
    shared: [...words.shared],
    dropped: [...words.dropped],
    added: [...words.added],
    isRequery: isRequery(pair, settings),
    reason: `Asked ${pairText(pair)}. ${decisionText(pair, settings)}`,
    verdict: pair.verdict,
  };
}

/** The part of an input that is compared. */
function inputOf(database: Database, seq: number): string {
  return lastInputOf(database, seq, 100_000).slice(-comparedCharacters).toWellFormed();
}
