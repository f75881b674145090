import type { SchemaVersion } from '../../../shared/contract/schema-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { labelsOf, type SchemaUsage } from '../../../shared/domain/schema/schema-usage.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment, formatPlural } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import styles from './schema-screen.module.css';

export interface RetiredQuestionsProps {
  readonly questions: readonly Question[];
  readonly usage: SchemaUsage;
  readonly onAskAgain: (question: Question) => void;
}

/** Questions of earlier versions that are no longer asked, with the labels that they have. */
export function RetiredQuestions({ questions, usage, onAskAgain }: RetiredQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <Section title="No longer asked" hint="Their labels are kept and shown with each interaction.">
      <ul className={styles['rows']}>
        {questions.map((question) => (
          <li key={question.id} className={styles['row']}>
            <span className={styles['rowName']}>{question.name}</span>
            <span className={styles['hint']}>{formatPlural(labelsOf(usage, question.id), 'label')}</span>
            <Button variant="quiet" onPress={() => onAskAgain(question)}>
              Ask again
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export interface SchemaVersionsProps {
  /** Newest first. */
  readonly versions: readonly SchemaVersion[];
  readonly onTake: (version: SchemaVersion) => void;
}

/** Every version with who saved it; an earlier one can be taken up again and saved as the next. */
export function SchemaVersions({ versions, onTake }: SchemaVersionsProps) {
  return (
    <Section title="Versions">
      <ul className={styles['rows']}>
        {versions.map((version, index) => {
          const { schema, savedAt, savedBy } = version;
          return (
            <li key={schema.version} className={styles['row']}>
              <span className={styles['rowName']}>
                {schema.version}. {schema.name}
              </span>
              <span className={styles['hint']}>
                {formatPlural(schema.questions.length, 'question')},{' '}
                {savedBy === null ? 'with the project' : `saved by ${savedBy}`}, {formatMoment(savedAt)}
              </span>
              {index === 0 ? (
                <span className={styles['hint']}>In use</span>
              ) : (
                <Button
                  variant="quiet"
                  aria-label={`Take up version ${schema.version}`}
                  onPress={() => onTake(version)}
                >
                  Take up
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
