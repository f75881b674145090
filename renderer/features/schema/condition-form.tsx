import { choicesOf } from '../../../shared/domain/schema/answer-keys.ts';
import type { Condition, Question } from '../../../shared/domain/schema/label-schema.ts';
import { Select } from '../../ui/select.tsx';
import styles from './question-form.module.css';

export interface ConditionFormProps {
  readonly condition: Condition | undefined;
  /** The questions that come before. */
  readonly before: readonly Question[];
  readonly onChange: (condition: Condition | undefined) => void;
}

const always = '';

/** When a question is asked: always, or after certain answers to one before it. */
export function ConditionForm({ condition, before, onChange }: ConditionFormProps) {
  const asked = before.find(({ id }) => id === condition?.question);
  const choices = asked === undefined ? [] : choicesOf(asked);
  const wanted = condition?.is ?? [];
  return (
    <div className={styles['condition']}>
      <Select
        label="Asked"
        options={[
          { value: always, name: 'Always' },
          ...before.map(({ id, name }) => ({ value: id, name: `After an answer to “${name}”` })),
          ...(condition !== undefined && asked === undefined
            ? [{ value: condition.question, name: 'After a question that is not above' }]
            : []),
        ]}
        value={condition?.question ?? always}
        onChange={(question) => onChange(question === always ? undefined : { question })}
      />
      {condition === undefined || choices.length === 0 ? null : (
        <fieldset className={styles['answers']}>
          <legend>Only after these answers; none chosen means any</legend>
          {choices.map(({ value, name }) => (
            <label key={String(value)} className={styles['answer']}>
              <input
                type="checkbox"
                checked={wanted.includes(value)}
                onChange={() => {
                  const chosen = new Set(wanted);
                  if (!chosen.delete(value)) chosen.add(value);
                  const is = choices.map((choice) => choice.value).filter((one) => chosen.has(one));
                  onChange({ question: condition.question, ...(is.length === 0 ? {} : { is }) });
                }}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
