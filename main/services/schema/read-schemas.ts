import { choicesOf } from '../../../shared/domain/schema/answer-keys.ts';
import { knownQuestions } from '../../../shared/domain/schema/known-questions.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import type { SchemaUsage } from '../../../shared/domain/schema/schema-usage.ts';
import type { Database } from '../../db/database.ts';
import { type LabelSchemaVersion, listLabelSchemas } from '../../db/tables/label-schemas.ts';
import { countLabelsByAnswer, countLabelsByQuestion } from '../../db/tables/label-usage.ts';

/** Every version of the project's questions, newest first. */
export function schemaHistory(database: Database): LabelSchemaVersion[] {
  return listLabelSchemas(database);
}

/** Every question that was ever asked, with every choice that it ever had: what stored labels are read by. */
export function everyQuestion(database: Database): Question[] {
  return knownQuestions(listLabelSchemas(database).map(({ schema }) => schema));
}

/** How many labels each question has, also one that is no longer asked, and each answer to it where it has choices. */
export function schemaUsage(database: Database): SchemaUsage {
  const withChoices = new Set(
    everyQuestion(database)
      .filter((question) => choicesOf(question).length > 0)
      .map(({ id }) => id),
  );
  return countLabelsByQuestion(database).map(({ question, labels }) => ({
    question,
    labels,
    answers: withChoices.has(question) ? countLabelsByAnswer(database, question) : [],
  }));
}
