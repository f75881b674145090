import { memo } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type AnswerKey, choicesOf, chosen } from '../../../shared/domain/schema/answer-keys.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { KeyHint } from '../keys/key-hint.tsx';
import styles from './questions.module.css';

export interface ChoiceQuestionProps {
  readonly question: Question;
  readonly value: LabelValue | undefined;
  readonly keys: readonly AnswerKey[];
  readonly showsHelp: boolean;
  readonly onAnswer: (question: Question, value: LabelValue | null) => void;
  readonly oldAnswerName: (question: Question, value: string) => string;
}

/**
 * A question answered by one press. Buttons rather than radio buttons: arrow keys must not answer by passing over
 * an option, and pressing the answer that stands takes it back.
 */
export const ChoiceQuestion = memo(function ChoiceQuestion(props: ChoiceQuestionProps) {
  const { question, value, keys, showsHelp, onAnswer, oldAnswerName } = props;
  const choices = choicesOf(question);
  const isScale = question.kind === 'scale';
  const answered = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  const selected = new Set<Key>(answered);
  const old = answered.filter((one) => !choices.some((choice) => String(choice.value) === one));
  return (
    <>
      <ToggleButtonGroup
        aria-label={question.name}
        selectionMode={question.kind === 'multiple_choice' ? 'multiple' : 'single'}
        selectedKeys={selected}
        className={(isScale ? styles['scale'] : styles['choices']) ?? ''}
        orientation={isScale ? 'horizontal' : 'vertical'}
      >
        {choices.map((choice) => (
          <ToggleButton
            key={String(choice.value)}
            id={String(choice.value)}
            className={styles['choice'] ?? ''}
            data-tone={choice.tone}
            onPress={(event) => {
              onAnswer(question, chosen(question, value, choice.value));
              // After a click, Enter goes to the next interaction; it must not press the button again.
              if (event.pointerType === 'mouse' && event.target instanceof HTMLElement) event.target.blur();
            }}
          >
            <span className={styles['choiceTexts']}>
              <span className={styles['choiceName']} dir="auto" title={choice.help}>
                {choice.name}
              </span>
              {showsHelp && choice.help !== undefined ? (
                <span className={styles['choiceHelp']} dir="auto">
                  {choice.help}
                </span>
              ) : null}
            </span>
            {isScale ? null : (
              <ChoiceKey
                keys={keys.find((key) => key.question.id === question.id && key.value === choice.value)?.keys}
              />
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {isScale && (question.minName !== undefined || question.maxName !== undefined) ? (
        <p className={styles['ends']}>
          <span dir="auto">{question.minName}</span>
          <span dir="auto">{question.maxName}</span>
        </p>
      ) : null}
      {old.length === 0 ? null : (
        <p className={styles['old']}>
          Answered <bdi>{old.map((one) => oldAnswerName(question, one)).join(', ')}</bdi>, which is no longer
          a choice.
        </p>
      )}
    </>
  );
});

/** One key as a cap; of a sequence only the last, as the question says the first. */
function ChoiceKey({ keys }: { readonly keys: string | undefined }) {
  if (keys === undefined) return null;
  const [first, last] = keys.split(' ');
  if (last === undefined) return <KeyHint keys={keys} />;
  return (
    <span className={styles['sequence']} aria-hidden>
      {first} {last}
    </span>
  );
}
