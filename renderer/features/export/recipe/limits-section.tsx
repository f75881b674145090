import { type Balance, balanceSchema, type Limits } from '../../../../shared/domain/export/recipe-parts.ts';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from './recipe-form.module.css';
import { orNothing, type SectionProps } from './recipe-part.ts';
import { balanceTexts, optionsOf } from './recipe-texts.ts';

const fields = [
  ['total', 'Rows in all'],
  ['mostCharacters', 'Characters of a row'],
  ['perUser', 'Rows of a user'],
  ['perMode', 'Rows of a failure mode'],
  ['perPromptVersion', 'Rows of a prompt version'],
] as const satisfies readonly (readonly [keyof Limits, string])[];

/** How many rows there may be, and how many more of one group than of another. */
export function LimitsSection({ recipe, problems, onChange }: SectionProps) {
  const { limits, balance } = recipe;
  return (
    <>
      <div className={styles['pair']}>
        {fields.map(([field, label]) => (
          <OptionalNumberField
            key={field}
            label={`Most ${label.toLowerCase()}`}
            minimum={1}
            placeholder="Any"
            value={limits?.[field]}
            problem={problems[`limits.${field}`]}
            onChange={(value) => onChange({ limits: orNothing({ ...limits, [field]: value }) })}
          />
        ))}
      </div>
      <div className={styles['pair']}>
        <Select
          label="Balance by"
          options={[{ value: 'none', name: 'Nothing' }, ...optionsOf(balanceTexts)]}
          value={balance?.by ?? 'none'}
          onChange={(by) => onChange({ balance: balanceBy(by, balance?.most) })}
        />
        {balance === undefined ? null : (
          <NumberField
            label="Largest group, times the smallest"
            minimum={1}
            value={balance.most}
            onChange={(most) => onChange({ balance: { ...balance, most } })}
          />
        )}
      </div>
      {problems['balance'] === undefined ? null : (
        <p className={styles['problem']} role="alert">
          {problems['balance']}
        </p>
      )}
    </>
  );
}

function balanceBy(by: string, most = 1): Balance | undefined {
  const parsed = balanceSchema.safeParse({ by, most });
  return parsed.success ? parsed.data : undefined;
}
