import { NumberField } from '../../../ui/number-field.tsx';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import styles from './recipe-form.module.css';
import type { SectionProps } from './recipe-part.ts';
import { groupTexts, optionsOf } from './recipe-texts.ts';

/** What is held out, and what never stands on two sides. */
export function SplitSection({ recipe, problems, onChange }: SectionProps) {
  return (
    <>
      <div className={styles['pair']}>
        <NumberField
          label="Validation"
          value={recipe.validation}
          minimum={0}
          maximum={0.9}
          step={0.05}
          isShare
          onChange={(validation) => onChange({ validation })}
        />
        <OptionalNumberField
          label="Test"
          value={recipe.test}
          minimum={0}
          maximum={0.9}
          step={0.05}
          isShare
          placeholder="None"
          problem={problems['test']}
          onChange={(test) => onChange({ test: test === 0 ? undefined : test })}
        />
        <Select
          label="Never split"
          options={optionsOf(groupTexts)}
          value={recipe.groupBy}
          onChange={(groupBy) => onChange({ groupBy })}
        />
        <NumberField label="Seed" value={recipe.seed} onChange={(seed) => onChange({ seed })} />
      </div>
      <Switch
        label="Keep near-duplicates together"
        isSelected={recipe.keepsNearDuplicates ?? false}
        onChange={(isOn) => onChange({ keepsNearDuplicates: isOn || undefined })}
      />
      <p className={styles['note']}>
        The same seed puts the same interactions aside, also when the project grows.
      </p>
    </>
  );
}
