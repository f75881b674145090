import type { FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import { createLabelScore } from '../../../shared/domain/fewshot/label-score.ts';
import {
  editScore,
  type Evidence,
  outcomeScore,
  ratingScale,
} from '../../../shared/domain/fewshot/quality.ts';
import type { Database } from '../../db/database.ts';
import { type EvidencePage, evidenceReader, ratingEnds } from '../../db/tables/few-shot-evidence.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

/** An interaction with what says how good its answer is. */
export interface Rated {
  readonly seq: number;
  readonly isEdited: boolean;
  readonly evidence: readonly Evidence[];
}

/**
 * Reads what says how good the answers of interactions are, by the kinds of evidence asked for. The answer of an edited
 * interaction is its edit: labels and ratings were given to the output and say nothing of it, outcomes came after it.
 */
export function createQualityReader(
  database: Database,
  { evidence: kinds, scales }: Pick<FewShotOptions, 'evidence' | 'scales'>,
): (seqs: readonly number[]) => Rated[] {
  const read = evidenceReader(database);
  const ends = ratingEnds(database);
  const ratingOf = ends === null ? null : ratingScale(ends.least, ends.greatest);
  const questions = new Map(
    currentLabelSchema(database).questions.flatMap((question) => {
      const scoreOf = createLabelScore(question, scales.includes(question.id));
      return scoreOf === null ? [] : [[question.id, { name: question.name, scoreOf }] as const];
    }),
  );

  const labelsOf = (labels: EvidencePage['labels']): Evidence[] =>
    [...Map.groupBy(labels, ({ question }) => question)].flatMap(([id, answers]) => {
      const question = questions.get(id);
      if (question === undefined) return [];
      const scored = answers.flatMap(({ value }) => question.scoreOf(value) ?? []);
      if (scored.length === 0) return [];
      const score = scored.reduce((sum, one) => sum + one.score, 0) / scored.length;
      const value = [...new Set(scored.map((one) => one.value))].join(' and ');
      return [{ kind: 'label', name: question.name, value, score }];
    });

  const signalsOf = (signals: EvidencePage['signals'], isEdited: boolean): Evidence[] =>
    [...Map.groupBy(signals, ({ name }) => name)].flatMap(([name, of]): Evidence[] => {
      const last = of.at(-1);
      if (last === undefined) return [];
      const { kind, number } = last;
      if (kind === 'outcome') {
        const score = kinds.includes('outcome') ? outcomeScore(name, number) : null;
        return score === null ? [] : [{ kind: 'outcome', name, value: number === 1 ? 'yes' : 'no', score }];
      }
      if (isEdited || !kinds.includes('rating')) return [];
      if (name === 'thumbs')
        return [{ kind: 'rating', name, value: number > 0 ? 'up' : 'down', score: number > 0 ? 1 : 0 }];
      return ratingOf === null
        ? []
        : [{ kind: 'rating', name, value: String(number), score: ratingOf(number) }];
    });

  return (seqs) => {
    const page = read(seqs);
    const labels = Map.groupBy(page.labels, ({ seq }) => seq);
    const signals = Map.groupBy(page.signals, ({ seq }) => seq);
    return page.flags.map(({ seq, edited }) => {
      const isEdited = edited === 1;
      const edit: Evidence[] = isEdited ? [{ kind: 'edit', name: '', value: '', score: editScore }] : [];
      const said = isEdited || !kinds.includes('label') ? [] : labelsOf(labels.get(seq) ?? []);
      return { seq, isEdited, evidence: [...edit, ...said, ...signalsOf(signals.get(seq) ?? [], isEdited)] };
    });
  };
}
