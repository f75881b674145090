import { useState } from 'react';
import { TextArea } from '../../../ui/text-area.tsx';

export interface NamesFieldProps {
  readonly names: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (names: string[] | undefined) => void;
}

/** Names that are looked for, one a line; the text keeps lines that are being written. */
export function NamesField({ names, problem, onChange }: NamesFieldProps) {
  const [text, setText] = useState(names.join('\n'));
  return (
    <TextArea
      label="Names, one a line"
      hint="The manifest holds them: keep it when you pass the rows on."
      value={text}
      problem={problem}
      onChange={(next) => {
        setText(next);
        const written = next
          .split('\n')
          .map((name) => name.trim())
          .filter((name) => name !== '');
        onChange(written.length === 0 ? undefined : written);
      }}
    />
  );
}
