import { createAnswerScale } from '../../../shared/domain/agreement/answer-scale.ts';
import {
  type Agreed,
  type Consensus,
  consensusOf,
  type GivenAnswer,
} from '../../../shared/domain/agreement/consensus.ts';
import type { Clause, Filter } from '../../../shared/domain/filter/filter.ts';
import { parseLabelField } from '../../../shared/domain/filter/label-field.ts';
import { validateClause } from '../../../shared/domain/filter/validate-clause.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { answerTest } from '../../db/answer-test.ts';
import type { Database } from '../../db/database.ts';
import { answeredCondition, filterToSql, isNegated, type SqlFilter } from '../../db/filter-to-sql.ts';
import { answerReader } from '../../db/tables/agreement.ts';
import { listAnnotators } from '../../db/tables/annotators.ts';
import { failureModeNames } from '../../db/tables/failure-modes.ts';
import { resolutionReader } from '../../db/tables/resolutions.ts';
import { ratersOf } from '../agreement/plan-agreement.ts';
import { createValueParser } from '../agreement/read-answers.ts';
import { everyQuestion } from '../schema/read-schemas.ts';

export type Decision = 'found' | 'not_found' | 'undecided';

export interface ConsensusPlan {
  /** Finds at least every interaction that the whole filter does. */
  readonly candidates: SqlFilter;
  /** The questions that are asked by consensus. */
  readonly questions: readonly string[];
  /** Whether the filter finds these candidates, in their order. */
  readonly decide: (seqs: readonly number[]) => Decision[];
}

/** Takes the clauses on a question's answers out of a filter, to ask them of the consensus. */
export function planConsensus(
  database: Database,
  filter: Filter,
  consensus: Consensus,
): Result<ConsensusPlan> {
  if ('expert' in consensus && consensus.expert !== undefined) {
    const expert = ratersOf(database, [consensus.expert]);
    if (!expert.ok) return expert;
  }
  const asked = filter.filter((clause) => questionOf(clause) !== null);
  for (const clause of asked) {
    const valid = validateClause(clause);
    if (!valid.ok) return valid;
  }
  const others = filterToSql(
    database,
    filter.filter((clause) => questionOf(clause) === null),
  );
  if (!others.ok) return others;
  const wanted = asked.filter((clause) => !isNegated(clause)).map((clause) => questionOf(clause) ?? '');
  const answered = [...new Set(wanted)].map((question) =>
    answeredCondition(question, consensus.rule === 'adjudicated'),
  );
  const byQuestion = Map.groupBy(asked, (clause) => questionOf(clause) ?? '');
  const tests = Array.from(byQuestion, ([question, clauses]) =>
    questionTest(database, consensus, question, clauses),
  );
  return succeed({
    candidates: { ...others.value, conditions: [...others.value.conditions, ...answered] },
    questions: [...byQuestion.keys()],
    decide: (seqs) => {
      const decisions = tests.map((test) => test(seqs));
      return seqs.map((_, place) => all(decisions.map((ofQuestion) => ofQuestion[place] ?? 'not_found')));
    },
  });
}

/** The question whose answers a clause asks for, whoever gave them; null for any other clause. */
function questionOf({ field }: Clause): string | null {
  const label = parseLabelField(field);
  return label === null || label.annotator !== null ? null : label.question;
}

/** What one question leaves out is left out, whatever another does not decide. */
function all(decisions: readonly Decision[]): Decision {
  if (decisions.includes('not_found')) return 'not_found';
  return decisions.includes('undecided') ? 'undecided' : 'found';
}

function questionTest(
  database: Database,
  consensus: Consensus,
  question: string,
  clauses: readonly Clause[],
): (seqs: readonly number[]) => Decision[] {
  const read = agreedReader(database, consensus, question);
  const tests = clauses.map((clause) => ({
    isNot: isNegated(clause),
    test: answerTest(database, question, clause),
  }));
  return (seqs) => {
    const agreed = read(seqs);
    const values = agreed.flatMap((one, place) =>
      one.kind === 'agreed' ? [{ place, value: one.value }] : [],
    );
    const places = new Map(values.map(({ place }, index) => [place, index]));
    const matches = tests.map(({ isNot, test }) => {
      const found = test(values.map(({ value }) => value));
      return (place: number) => found.has(places.get(place) ?? -1) !== isNot;
    });
    return agreed.map(({ kind }, place) => {
      if (kind === 'open') return 'undecided';
      return matches.every((isMatch) => isMatch(place)) ? 'found' : 'not_found';
    });
  };
}

/** Reads the one answer to a question on each of these interactions. */
export function agreedReader(
  database: Database,
  consensus: Consensus,
  question: string,
): (seqs: readonly number[]) => Agreed[] {
  const names = new Map(listAnnotators(database).map(({ seq, name }) => [seq, name]));
  const asked = everyQuestion(database).find(({ id }) => id === question) ?? null;
  const modes = asked?.kind === 'failure_mode' ? failureModeNames(database) : new Map<string, string>();
  const place = createAnswerScale(asked, 'nominal', modes);
  const keyOf = (value: LabelValue) => place(value)?.key ?? '';
  const parse = createValueParser();
  const readAnswers = answerReader(database, question);
  const readResolutions = resolutionReader(database, question);
  return (seqs) => {
    const answers = new Map<number, GivenAnswer[]>();
    for (const { seq, annotatorSeq, value } of readAnswers(seqs)) {
      const given = { annotator: names.get(annotatorSeq) ?? '', value: parse(value) };
      const known = answers.get(seq);
      if (known === undefined) answers.set(seq, [given]);
      else known.push(given);
    }
    const resolved = new Map(readResolutions(seqs).map(({ seq, value }) => [seq, parse(value)]));
    return seqs.map((seq) =>
      consensusOf(
        consensus,
        { answers: answers.get(seq) ?? [], resolution: resolved.get(seq) ?? null },
        keyOf,
      ),
    );
  };
}
