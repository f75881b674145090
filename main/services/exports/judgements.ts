import type { Consensus } from '../../../shared/domain/agreement/consensus.ts';
import { preferredOf, judgedValue } from '../../../shared/domain/export/judged-value.ts';
import { noConsensus } from '../../../shared/domain/export/no-consensus.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { skip, type SkippedRow } from '../../../shared/domain/export/row-finding.ts';
import type { Preferred } from '../../../shared/domain/export/row-pairing.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { answerReader } from '../../db/tables/agreement.ts';
import { namedSignalReader } from '../../db/tables/named-signals.ts';
import { createValueParser } from '../agreement/read-answers.ts';
import { agreedReader } from './plan-consensus.ts';

type Seqs = readonly number[];

/**
 * Reads what a signal or a question says of outputs, as numbers: the latest signal of that name, else what annotators
 * answered, which is the one answer under the recipe's consensus rule or else their mean.
 */
export function valueReader(
  database: Database,
  name: string,
  { consensus }: Pick<Recipe, 'consensus'>,
): (seqs: Seqs) => ReadonlyMap<number, number> {
  const readSignals = namedSignalReader(database, name);
  const readAnswers =
    consensus === undefined ? meanReader(database, name) : agreedValueReader(database, name, consensus);
  return (seqs) => {
    const signals = numbersOf(
      [...readSignals(seqs)].map(([seq, value]) => [seq, judgedValue(value)] as const),
    );
    return new Map([...readAnswers(seqs), ...signals]);
  };
}

function agreedValueReader(
  database: Database,
  question: string,
  consensus: Consensus,
): (seqs: Seqs) => ReadonlyMap<number, number> {
  const read = agreedReader(database, consensus, question);
  return (seqs) =>
    numbersOf(
      read(seqs).flatMap((agreed, place) =>
        agreed.kind === 'agreed' ? [[seqs[place] ?? 0, judgedValue(agreed.value)] as const] : [],
      ),
    );
}

function meanReader(database: Database, question: string): (seqs: Seqs) => ReadonlyMap<number, number> {
  const read = answerReader(database, question);
  const parse = createValueParser();
  return (seqs) => {
    const sums = new Map<number, { sum: number; count: number }>();
    for (const { seq, value } of read(seqs)) {
      const number = judgedValue(parse(value));
      if (number === null) continue;
      const known = sums.get(seq);
      if (known === undefined) sums.set(seq, { sum: number, count: 1 });
      else {
        known.sum += number;
        known.count += 1;
      }
    }
    return new Map([...sums].map(([seq, { sum, count }]) => [seq, sum / count]));
  };
}

function numbersOf(entries: readonly (readonly [number, number | null])[]): ReadonlyMap<number, number> {
  return new Map(entries.flatMap(([seq, value]) => (value === null ? [] : [[seq, value] as const])));
}

/**
 * Reads which of two outputs people prefer: by the latest signal of that name, else by what annotators answered, under the
 * recipe's consensus rule or else that of the majority.
 */
export function preferenceReader(
  database: Database,
  name: string,
  { consensus = { rule: 'majority' } }: Pick<Recipe, 'consensus'>,
): (seqs: Seqs) => ReadonlyMap<number, Result<Preferred, SkippedRow>> {
  const readSignals = namedSignalReader(database, name);
  const readAgreed = agreedReader(database, consensus, name);
  const open = noConsensus([name]);
  const undecided = skip(open.rule, open.message);
  return (seqs) => {
    const signals = readSignals(seqs);
    return new Map(
      readAgreed(seqs).map((agreed, place) => {
        const seq = seqs[place] ?? 0;
        const signal = signals.get(seq);
        if (signal === undefined && agreed.kind === 'open') return [seq, undecided];
        const value = signal ?? (agreed.kind === 'agreed' ? agreed.value : '');
        const preferred = preferredOf(value);
        return [seq, preferred === null ? noPreference : succeed(preferred)];
      }),
    );
  };
}

const noPreference = skip('no_preference', 'Nobody said which of the two outputs is better.');
