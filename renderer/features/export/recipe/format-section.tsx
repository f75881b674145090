import type { RefObject } from 'react';
import { Select } from '../../../ui/select.tsx';
import { FormatPicker } from '../format-picker.tsx';
import { hasContainer, type SectionProps } from './recipe-part.ts';
import { containerTexts, optionsOf } from './recipe-texts.ts';

export interface FormatSectionProps extends SectionProps {
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Who reads the rows, and what they are put into. */
export function FormatSection({ recipe, onChange, field }: FormatSectionProps) {
  return (
    <>
      <FormatPicker
        format={recipe.format}
        field={field}
        onChange={(format) => onChange(hasContainer(format) ? { format } : { format, container: undefined })}
      />
      {hasContainer(recipe.format) ? (
        <Select
          label="Put into"
          options={optionsOf(containerTexts)}
          value={recipe.container ?? 'jsonl'}
          onChange={(container) => onChange({ container: container === 'jsonl' ? undefined : container })}
        />
      ) : null}
    </>
  );
}
