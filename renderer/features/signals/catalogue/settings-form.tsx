import type { SignalsOverview } from '../../../../shared/contract/signal-operations.ts';
import type { SignalSettings } from '../../../../shared/domain/signals/settings.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Section } from '../../../ui/page.tsx';
import styles from './catalogue.module.css';
import { FieldChoice } from './field-choice.tsx';

export interface SettingsFormProps {
  readonly settings: SignalSettings;
  readonly overview: SignalsOverview;
  readonly onChange: (part: Partial<SignalSettings>) => void;
}

/** How signals are read in this project. */
export function SettingsForm({ settings, overview, onChange }: SettingsFormProps) {
  return (
    <Section title="How they are read" hint="Saving works out all values anew.">
      <div className={styles['settings']} data-signal-settings>
        <FieldChoice
          label="Surface"
          value={settings.surfaceField}
          current={overview.surfaceField}
          onChange={(surfaceField) => onChange({ surfaceField })}
        />
        <FieldChoice
          label="Segment of users"
          value={settings.segmentField}
          current={overview.segmentField}
          onChange={(segmentField) => onChange({ segmentField })}
        />
        <NumberField
          label="A pause counts as, in seconds"
          value={settings.idleCapMs / 1000}
          minimum={1}
          maximum={86_400}
          onChange={(seconds) => onChange({ idleCapMs: seconds * 1000 })}
        />
        <NumberField
          label="A session is over after, in minutes"
          value={settings.abandonedAfterMinutes}
          minimum={1}
          maximum={10_080}
          onChange={(abandonedAfterMinutes) => onChange({ abandonedAfterMinutes })}
        />
        <NumberField
          label="Usable from strength"
          value={settings.usableFrom}
          minimum={1}
          maximum={5}
          onChange={(usableFrom) => onChange({ usableFrom })}
        />
      </div>
    </Section>
  );
}
