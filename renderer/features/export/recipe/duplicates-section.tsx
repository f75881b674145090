import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { FileField } from './file-field.tsx';
import styles from './recipe-form.module.css';
import type { SectionProps } from './recipe-part.ts';

/** As GPT-3's authors took it (Brown et al. 2020, appendix C). */
const usualWords = 13;

/** Rows that say the same, and rows that a test asks. */
export function DuplicatesSection({ recipe, problems, onChange }: SectionProps) {
  const { duplicates, decontaminate } = recipe;
  return (
    <>
      <Switch
        label="Leave equal rows out"
        detail="The first of them stays."
        isSelected={duplicates?.exact ?? false}
        onChange={(exact) => onChange({ duplicates: made(exact, duplicates?.near) })}
      />
      <OptionalNumberField
        label="Leave near-duplicates out from"
        hint="Of their word groups in common; 85 % is usual."
        isShare
        minimum={0.5}
        maximum={1}
        placeholder="None"
        value={duplicates?.near}
        problem={problems['duplicates.near']}
        onChange={(near) => onChange({ duplicates: made(duplicates?.exact ?? false, near) })}
      />
      <FileField
        label="Leave out what this file holds"
        path={decontaminate?.path ?? ''}
        problem={problems['decontaminate.path']}
        onChange={(path) => onChange({ decontaminate: { words: usualWords, ...decontaminate, path } })}
      />
      {decontaminate === undefined ? (
        <p className={styles['note']}>An eval set, for one, so that what it tests was never learned.</p>
      ) : (
        <div className={styles['pair']}>
          <NumberField
            label="Words in a row in common"
            minimum={5}
            maximum={50}
            value={decontaminate.words}
            onChange={(words) => onChange({ decontaminate: { ...decontaminate, words } })}
          />
          <Button onPress={() => onChange({ decontaminate: undefined })}>Do without the file</Button>
        </div>
      )}
    </>
  );
}

function made(exact: boolean, near: number | undefined) {
  return exact || near !== undefined ? { exact, ...(near === undefined ? {} : { near }) } : undefined;
}
