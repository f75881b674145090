import { useEffect, useRef, useState } from 'react';
import type { FailureMode } from '../../../../shared/contract/review-operations.ts';
import { choicesOf, chosen } from '../../../../shared/domain/schema/answer-keys.ts';
import type { LabelValue, Question } from '../../../../shared/domain/schema/label-schema.ts';
import { ChoiceQuestion } from '../../../ui/questions/choice-question.tsx';
import { FailureModeQuestion } from '../../../ui/questions/failure-mode-question.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export interface AnswerFieldProps {
  readonly question: Question;
  readonly value: LabelValue | null;
  readonly failureModes: readonly FailureMode[];
  readonly onChange: (value: LabelValue | null) => void;
  readonly onEnter: () => void;
}

/** The answer to one question, outside of an interaction: choices by their number, or by writing. */
export function AnswerField({ question, value, failureModes, onChange, onEnter }: AnswerFieldProps) {
  const [isSearching, setIsSearching] = useState(false);
  if (question.kind === 'text')
    return (
      <TextField
        label={question.name}
        autoFocus
        value={value === null ? '' : String(value)}
        onChange={(text) => onChange(text.trim() === '' ? null : text)}
        onEnter={onEnter}
      />
    );
  if (question.kind === 'failure_mode')
    return (
      <FailureModeQuestion
        question={question}
        value={value === null ? undefined : String(value)}
        failureModes={failureModes}
        isOpen={isSearching}
        onOpenSearch={(open) => setIsSearching(open !== null)}
        onAnswer={(_, next) => onChange(next)}
      />
    );
  return <Choices question={question} value={value} onChange={onChange} onEnter={onEnter} />;
}

function Choices({ question, value, onChange, onEnter }: Omit<AnswerFieldProps, 'failureModes'>) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.focus(), []);
  const current = value ?? undefined;
  const keys = choicesOf(question).flatMap(({ value: choice, name, place }) =>
    place === undefined ? [] : [{ question, keys: place, name, value: choice }],
  );
  return (
    // The numbers choose wherever the focus is among the choices; Enter goes on from the group itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={group}
      role="group"
      aria-label={`Answer: ${question.name}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        const choice = keys.find((key) => key.keys === event.key);
        if (choice !== undefined) onChange(chosen(question, current, choice.value));
        else if (event.key === 'Enter' && event.target === event.currentTarget) onEnter();
      }}
    >
      <ChoiceQuestion
        question={question}
        value={current}
        keys={keys}
        showsHelp={false}
        onAnswer={(_, next) => onChange(next)}
        oldAnswerName={(_, old) => old}
      />
    </div>
  );
}
