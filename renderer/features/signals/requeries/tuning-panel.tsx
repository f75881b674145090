import type { SignalSettings } from '../../../../shared/domain/signals/settings.ts';
import { Button } from '../../../ui/button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from './requeries.module.css';
import type { TuningFigures, TuningShare } from './tuning.ts';

type Settings = SignalSettings['requery'];

export interface TuningPanelProps {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly figures: TuningFigures;
  /** Null while it is counted. */
  readonly counts: { readonly found: number; readonly candidates: number; readonly judged: number } | null;
  readonly canSave: boolean;
  readonly onSave: () => void;
}

const scopes: readonly { readonly value: Settings['scope']; readonly name: string }[] = [
  { value: 'session_or_user', name: 'Same session or user' },
  { value: 'session', name: 'Same session only' },
  { value: 'user', name: 'Other sessions of a user only' },
];

/** What counts as a re-query, and how good that is by what people said. */
export function TuningPanel({ settings, onChange, figures, counts, canSave, onSave }: TuningPanelProps) {
  return (
    <section className={styles['tuning']} aria-label="What counts as a re-query">
      <div className={styles['fields']} data-signal-settings>
        <NumberField
          label="At least alike"
          value={settings.leastLikeness}
          minimum={0.3}
          maximum={1}
          step={0.01}
          isShare
          onChange={(leastLikeness) => onChange({ ...settings, leastLikeness })}
        />
        <NumberField
          label="Within, in minutes"
          value={settings.windowMinutes}
          minimum={1}
          maximum={10_080}
          onChange={(windowMinutes) => onChange({ ...settings, windowMinutes })}
        />
        <Select
          label="Where"
          options={scopes}
          value={settings.scope}
          onChange={(scope) => onChange({ ...settings, scope })}
        />
        <Button variant="primary" command="signals.save" isDisabled={!canSave} onPress={onSave}>
          Save settings
        </Button>
      </div>
      <dl className={styles['figures']} aria-live="polite">
        <Figure name="Precision" share={figures.precision} of="judged pairs that are found" />
        <Figure name="Recall among judged" share={figures.recall} of="pairs judged as re-queries" />
        <div className={styles['figure']}>
          <dt>Found</dt>
          <dd>
            <span className={styles['value']}>{counts === null ? '…' : formatCount(counts.found)}</span>
            <span className={styles['detail']}>
              {counts === null
                ? ''
                : `of ${formatCount(counts.candidates)} pairs at least 30 % alike; ${formatCount(counts.judged)} judged`}
            </span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly share: TuningShare | null;
  readonly of: string;
}

function Figure({ name, share, of }: FigureProps) {
  return (
    <div className={styles['figure']}>
      <dt>{name}</dt>
      <dd>
        <span className={styles['value']}>{share === null ? '–' : percent(share.share)}</span>
        <span className={styles['detail']}>
          {share === null
            ? `Not known: no ${of} yet`
            : `${percent(share.low)} to ${percent(share.high)}, ${share.count} of ${share.total} ${of}`}
        </span>
      </dd>
    </div>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
