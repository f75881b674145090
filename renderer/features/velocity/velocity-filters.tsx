import type { Dimension } from '../../../shared/contract/velocity-operations.ts';
import { dimensionSchema } from '../../../shared/contract/velocity-operations.ts';
import { formatPlural } from '../../ui/format.ts';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { onlyDimensions, type VelocityAddress } from './velocity-address.ts';
import { dimensionNames, valueName } from './velocity-words.ts';
import styles from './velocity.module.css';

export type DimensionValues = Readonly<
  Record<string, readonly { readonly value: string; readonly interactions: number }[]>
>;

export interface VelocityFiltersProps {
  readonly address: VelocityAddress;
  /** Every week that there is, the oldest first. */
  readonly weeks: readonly string[];
  readonly dimensions: DimensionValues;
  readonly onChange: (changes: Partial<VelocityAddress>) => void;
}

/** In front of values, so that none of them can be taken for everything. */
const all = 'all';
const only = 'only:';

/** The time that is looked at, what figures are broken down by, and of what they are. */
export function VelocityFilters({ address, weeks, dimensions, onChange }: VelocityFiltersProps) {
  return (
    <div className={styles['filters']} role="group" aria-label="Time and filters" data-velocity-filters>
      <Select
        label="From"
        options={[{ value: all, name: 'The first week' }, ...weekOptions(weeks)]}
        value={address.from ?? all}
        onChange={(value) => onChange({ from: value === all ? null : value })}
      />
      <Select
        label="To"
        options={[{ value: all, name: 'The latest week' }, ...weekOptions(weeks)]}
        value={address.to ?? all}
        onChange={(value) => onChange({ to: value === all ? null : value })}
      />
      <Select<Dimension | typeof all>
        label="Broken down by"
        options={[
          { value: all, name: 'Nothing' },
          ...dimensionSchema.options.map((value) => ({ value, name: dimensionNames[value] })),
        ]}
        value={address.by ?? all}
        onChange={(value) => onChange({ by: value === all ? null : value })}
      />
      {onlyDimensions.map((dimension) => {
        const chosen = address.only[dimension];
        return (
          <Select
            key={dimension}
            label={dimensionNames[dimension]}
            options={valueOptions(dimensions[dimension] ?? [])}
            value={chosen === undefined ? all : `${only}${chosen}`}
            onChange={(value) => {
              const { [dimension]: _, ...others } = address.only;
              onChange({
                only: value === all ? others : { ...others, [dimension]: value.slice(only.length) },
              });
            }}
          />
        );
      })}
    </div>
  );
}

function weekOptions(weeks: readonly string[]): SelectOption<string>[] {
  return weeks.toReversed().map((week) => ({ value: week, name: week }));
}

function valueOptions(values: DimensionValues[string]): SelectOption<string>[] {
  return [
    { value: all, name: 'All' },
    ...values.map(({ value, interactions }) => ({
      value: `${only}${value}`,
      name: valueName(value),
      detail: formatPlural(interactions, 'interaction'),
    })),
  ];
}

/** Moves the focus to the first filter. */
export function focusFilters(): void {
  const first = document.querySelector('[data-velocity-filters] button');
  if (first instanceof HTMLElement) first.focus();
}
