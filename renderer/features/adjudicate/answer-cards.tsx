import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import styles from './adjudicate.module.css';
import type { GivenAnswer } from './given-answers.ts';

export interface AnswerCardsProps {
  readonly answers: readonly GivenAnswer[];
  readonly nameOf: (value: LabelValue) => string;
}

/** Each annotator's answer, side by side, with what they wrote. */
export function AnswerCards({ answers, nameOf }: AnswerCardsProps) {
  return (
    <section className={styles['answers']} aria-label="Answers">
      <h3 className={styles['heading']}>Answers</h3>
      {answers.length === 0 ? (
        <p className={styles['muted']}>Nobody answers this question here any more.</p>
      ) : (
        <ul className={styles['cards']}>
          {answers.map(({ key, name, value, notes }) => (
            <li key={key} className={styles['card']}>
              <p className={styles['who']} dir="auto">
                {name}
              </p>
              <p className={styles['answer']} dir="auto">
                {nameOf(value)}
              </p>
              {notes.map((note) => (
                <p key={note} className={styles['note']} dir="auto">
                  {note}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
