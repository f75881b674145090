import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { choicesOf } from './answers.ts';
import styles from './questions-panel.module.css';

export interface ChoiceQuestionProps {
  readonly question: Question;
  readonly value: LabelValue | undefined;
  readonly onChoose: (value: LabelValue) => void;
  /** The key that gives an answer by itself, by the answer's text; none where it takes a sequence. */
  readonly keysOf: (value: LabelValue) => string | undefined;
}

/**
 * A question answered by one press. Buttons rather than radio buttons: arrow keys must not answer by passing over
 * an option, and pressing the answer that stands takes it back.
 */
export function ChoiceQuestion({ question, value, onChoose, keysOf }: ChoiceQuestionProps) {
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
          const keys = keysOf(choice.value);
          return (
            <ToggleButton
              key={choice.name}
              id={String(choice.value)}
              className={styles['choice'] ?? ''}
              data-tone={choice.tone}
              onPress={() => onChoose(choice.value)}
            >
              <span className={styles['choiceName']}>{choice.name}</span>
              {keys === undefined || keys.includes(' ') ? null : <KeyHint keys={keys} />}
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
}
