import { findingKindNames, findingKinds } from '../../../../shared/domain/privacy/finding.ts';
import { CheckList } from '../../../ui/check-list.tsx';
import { Select } from '../../../ui/select.tsx';
import { PrivacySamples } from '../privacy/privacy-samples.tsx';
import { NamesField } from './names-field.tsx';
import styles from './recipe-form.module.css';
import type { SectionProps } from './recipe-part.ts';
import { optionsOf, privacyActionTexts } from './recipe-texts.ts';

const kinds = findingKinds.map((value) => ({ value, name: findingKindNames[value] }));

/** Which personal data is looked for, and what becomes of it. */
export function PrivacySection({ recipe, problems, onChange }: SectionProps) {
  const { privacy } = recipe;
  return (
    <>
      <CheckList
        label="Find"
        options={kinds}
        chosen={privacy?.finders ?? []}
        onChange={(finders) =>
          onChange({
            privacy:
              finders.length === 0 ? undefined : { action: 'redact', ...privacy, finders: [...finders] },
          })
        }
      />
      {privacy === undefined ? (
        <p className={styles['note']}>Nothing is looked for: texts go out as they are.</p>
      ) : (
        <>
          {privacy.finders.includes('name') ? (
            <NamesField
              names={privacy.names ?? []}
              problem={problems['privacy.names']}
              onChange={(names) => onChange({ privacy: { ...privacy, names } })}
            />
          ) : null}
          <Select
            label="And"
            options={optionsOf(privacyActionTexts)}
            value={privacy.action}
            onChange={(action) => onChange({ privacy: { ...privacy, action } })}
          />
          <PrivacySamples recipe={recipe} onChange={onChange} />
        </>
      )}
    </>
  );
}
