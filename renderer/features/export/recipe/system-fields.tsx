import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useState } from 'react';
import type { SectionProps } from './recipe-part.ts';

const options = [
  { value: 'logged', name: 'As it was logged' },
  { value: 'none', name: 'Left out' },
  { value: 'own', name: 'This text' },
] as const;
type Choice = (typeof options)[number]['value'];

/** What stands in place of the system messages. */
export function SystemFields({ recipe, onChange }: SectionProps) {
  const { system } = recipe;
  // An own text that is emptied stays a text to be written, until another choice is made.
  const [isWriting, setIsWriting] = useState(false);
  const choice: Choice = system === undefined ? 'logged' : system === '' && !isWriting ? 'none' : 'own';
  return (
    <>
      <Select<Choice>
        label="System prompt"
        options={options}
        value={choice}
        onChange={(next) => {
          setIsWriting(next === 'own');
          onChange({ system: next === 'logged' ? undefined : '' });
        }}
      />
      {choice === 'own' ? (
        <TextArea
          label="Text of the system prompt"
          value={system ?? ''}
          onChange={(text) => onChange({ system: text })}
        />
      ) : null}
    </>
  );
}
