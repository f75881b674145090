import type { Transform } from '../../../shared/domain/mapping/mapping.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './transform-form.module.css';
import { ValueMapForm } from './value-map-form.tsx';

export interface TransformFormProps {
  readonly transform: Transform;
  readonly onChange: (transform: Transform) => void;
}

/** The fields of one kind of transform; every change counts at once. */
export function TransformForm({ transform, onChange }: TransformFormProps) {
  switch (transform.kind) {
    case 'constant':
      return (
        <TextField
          label="Text"
          value={transform.value}
          onChange={(value) => onChange({ ...transform, value })}
        />
      );
    case 'template':
      return (
        <TextField
          label="Text"
          placeholder="{first name} {last name}"
          hint="A path in braces stands for its value; {{ and }} for braces."
          value={transform.template}
          onChange={(template) => onChange({ ...transform, template })}
        />
      );
    case 'date':
      return (
        <TextField
          label="Form"
          hint="YYYY MM DD HH mm ss SSS; MMM for a month such as Jan, hh with A for AM and PM. Times are UTC."
          value={transform.format}
          onChange={(format) => onChange({ ...transform, format })}
        />
      );
    case 'values':
      return <ValueMapForm transform={transform} onChange={onChange} />;
    case 'regex':
      return (
        <div className={styles['pattern']}>
          <TextField
            label="Pattern"
            placeholder="#([0-9]+)"
            hint="A regular expression; no match is no value."
            value={transform.pattern}
            onChange={(pattern) => onChange({ ...transform, pattern })}
          />
          <NumberField
            label="Group"
            minimum={0}
            maximum={99}
            value={transform.group}
            onChange={(group) => onChange({ ...transform, group })}
            hint="0: all of it"
          />
        </div>
      );
  }
}
