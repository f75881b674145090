import { memo, useMemo } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { LabelSchema, LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { answerKeys, choicesOf, chosen } from './answers.ts';
import styles from './questions-panel.module.css';

export interface ChoiceQuestionProps {
  readonly question: Question;
  readonly value: LabelValue | undefined;
  readonly onAnswer: (question: Question, value: LabelValue | null) => void;
  readonly schema: LabelSchema;
}

/**
 * A question answered by one press. Buttons rather than radio buttons: arrow keys must not answer by passing over
 * an option, and pressing the answer that stands takes it back.
 */
export const ChoiceQuestion = memo(function ChoiceQuestion(props: ChoiceQuestionProps) {
  const { question, value, onAnswer, schema } = props;
  const keys = useMemo(
    () => answerKeys(schema).filter((key) => key.question.id === question.id),
    [schema, question],
  );
  const choices = choicesOf(question);
  const isScale = question.kind === 'scale';
  const selected = new Set<Key>(
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String),
  );
  return (
    <>
      <ToggleButtonGroup
        aria-label={question.name}
        selectionMode={question.kind === 'multiple_choice' ? 'multiple' : 'single'}
        selectedKeys={selected}
        className={(isScale ? styles['scale'] : styles['choices']) ?? ''}
        orientation={isScale ? 'horizontal' : 'vertical'}
      >
        {choices.map((choice) => {
          const key = keys.find((candidate) => candidate.value === choice.value)?.keys;
          return (
            <ToggleButton
              key={choice.name}
              id={String(choice.value)}
              className={styles['choice'] ?? ''}
              data-tone={choice.tone}
              onPress={(event) => {
                onAnswer(question, chosen(question, value, choice.value));
                // After a click, Enter goes to the next interaction; it must not press the button again.
                if (event.pointerType === 'mouse' && event.target instanceof HTMLElement) event.target.blur();
              }}
            >
              <span className={styles['choiceName']}>{choice.name}</span>
              {key === undefined || key.includes(' ') ? null : <KeyHint keys={key} />}
            </ToggleButton>
          );
        })}
      </ToggleButtonGroup>
      {isScale && (question.minName !== undefined || question.maxName !== undefined) ? (
        <p className={styles['ends']}>
          <span>{question.minName}</span>
          <span>{question.maxName}</span>
        </p>
      ) : null}
    </>
  );
});
