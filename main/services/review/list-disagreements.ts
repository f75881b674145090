import type { Disagreement, DisputedQuestion } from '../../../shared/contract/adjudication-operations.ts';
import type { Database } from '../../db/database.ts';
import {
  countDisagreements,
  type DisagreementRow,
  disputedQuestions as questionsWithDisagreements,
  openDisagreements,
  placeOfDisagreement,
} from '../../db/tables/disagreements.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { everyQuestion } from '../schema/read-schemas.ts';

/** So many are counted in a few milliseconds. */
const mostCounted = 100_000;

/**
 * The questions on which annotators differ, those of the label schema first and in its order. Free text is never quite
 * the same and is none of them.
 */
export function disputedQuestions(database: Database): DisputedQuestion[] {
  const texts = new Set(everyQuestion(database).flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])));
  const asked = currentLabelSchema(database).questions.map(({ id }) => id);
  const place = (question: string) => (asked.includes(question) ? asked.indexOf(question) : asked.length);
  return questionsWithDisagreements(database)
    .filter((question) => !texts.has(question))
    .toSorted((a, b) => place(a) - place(b))
    .map((question) => {
      const open = countDisagreements(database, question, false, mostCounted);
      const resolved = countDisagreements(database, question, true, mostCounted);
      return {
        question,
        total: open + resolved,
        resolved,
        isMore: open === mostCounted || resolved === mostCounted,
      };
    });
}

export interface DisagreementsInput {
  readonly question: string;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export interface DisagreementPage {
  readonly items: Disagreement[];
  readonly nextAfter: string | null;
}

/**
 * One page of the interactions on which annotators differ and no resolution stands, the most disagreement first. Paged
 * by place in that order: what is resolved meanwhile shifts nothing. Behind an interaction on which nobody differs any
 * more, it begins anew.
 */
export function listDisagreements(
  database: Database,
  { question, after, limit = 100 }: DisagreementsInput,
): DisagreementPage {
  const place = after === undefined ? null : placeOfDisagreement(database, question, after);
  const rows = openDisagreements(database, question, place, limit + 1);
  const items = rows.slice(0, limit).map(toDisagreement);
  return { items, nextAfter: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function toDisagreement({ id, closeness, agreement }: DisagreementRow): Disagreement {
  return { id, distance: 0 - closeness, share: 1 - agreement };
}
