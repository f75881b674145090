import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { JoinCoverageLine } from './join-coverage-line.tsx';
import { byId, joinBy, joinProblem, joinWays, wayOf } from './join-draft.ts';
import styles from './join-section.module.css';
import { JoinSource } from './join-source.tsx';
import { wayTexts } from './join-texts.ts';
import type { JoinTrial } from './use-join-trial.ts';

export interface JoinSectionProps {
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
  readonly trial: JoinTrial;
  readonly canTry: boolean;
}

/** How rows find the interactions that they belong to, and how many of them would. */
export function JoinSection({ options, onChange, trial, canTry }: JoinSectionProps) {
  const join = options.join ?? byId;
  const way = wayOf(join);
  const change = (next: JoinMethod) => onChange({ ...options, join: next });
  return (
    <Section title="Which interactions">
      <div className={styles['fields']}>
        <Select
          label="Rows are joined by"
          options={joinWays.map((value) => ({ value, name: wayTexts[value].name }))}
          value={way}
          onChange={(next) => change(joinBy(next))}
        />
        <JoinSource options={options} onChange={onChange} />
        <JoinFields join={join} onChange={change} />
      </div>
      <p className={styles['help']}>{wayTexts[way].help}</p>
      <div className={styles['trial']}>
        <Button command="import.try-join" isDisabled={!canTry} onPress={trial.run}>
          Try the join
        </Button>
        <JoinCoverageLine trial={trial} problem={joinProblem(join)} />
      </div>
    </Section>
  );
}

interface JoinFieldsProps {
  readonly join: JoinMethod;
  readonly onChange: (join: JoinMethod) => void;
}

/** What a way to join needs to be told. */
function JoinFields({ join, onChange }: JoinFieldsProps) {
  if (join.by === 'user_window')
    return (
      // Counts while it is typed: the keys that start an import do not wait until the field is left.
      <TextField
        label="Minutes before the row, at most"
        inputMode="numeric"
        value={Number.isNaN(join.minutes) ? '' : String(join.minutes)}
        onChange={(text) => {
          if (/^\d{0,6}$/.test(text)) onChange({ ...join, minutes: text === '' ? Number.NaN : Number(text) });
        }}
      />
    );
  if (join.by !== 'key') return null;
  return (
    <>
      <TextField
        label="Key of the row"
        placeholder="{customer}-{order}"
        maxLength={500}
        value={join.row}
        onChange={(row) => onChange({ ...join, row })}
      />
      <TextField
        label="Key of the interaction"
        placeholder="{user}-{meta.order}"
        maxLength={500}
        value={join.interaction}
        onChange={(interaction) => onChange({ ...join, interaction })}
      />
    </>
  );
}
