import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import { Section } from '../../ui/page.tsx';
import { Switch } from '../../ui/switch.tsx';

export interface ImportOptionsFormProps {
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}

/** What else an import does; nothing of it unless somebody asks for it. */
export function ImportOptionsForm({ options, onChange }: ImportOptionsFormProps) {
  return (
    <Section title="Options">
      <Switch
        label="Replace user ids by pseudonyms"
        detail="The same id always gets the same pseudonym on this computer; the key that makes them is not in the project."
        isSelected={options.pseudonymise ?? false}
        onChange={(pseudonymise) => onChange({ ...options, pseudonymise })}
      />
      <Switch
        label="Look for personal data in the texts"
        detail="E-mail addresses, phone and card numbers, keys and the like are counted; the texts stay as they are."
        isSelected={options.scanPersonalData ?? false}
        onChange={(scanPersonalData) => onChange({ ...options, scanPersonalData })}
      />
    </Section>
  );
}
