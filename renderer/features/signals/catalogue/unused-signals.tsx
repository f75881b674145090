import type { SignalsOverview } from '../../../../shared/contract/signal-operations.ts';
import type { SignalSettings } from '../../../../shared/domain/signals/settings.ts';
import { formatPlural } from '../../../ui/format.ts';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from './catalogue.module.css';

export interface UnusedSignalsProps {
  readonly overview: SignalsOverview;
  readonly mapped: SignalSettings['mapped'];
  readonly onMap: (mapped: SignalSettings['mapped']) => void;
}

const nothing = '-';

/** Signals of the log that mean nothing of the catalogue yet, and those that were said to mean something. */
export function UnusedSignals({ overview, mapped, onMap }: UnusedSignalsProps) {
  const listed = [
    ...overview.unused.map(({ name, kind, count }) => ({
      name,
      detail: `${kind}, ${formatPlural(count, 'time')}`,
    })),
    ...Object.keys(mapped)
      .filter((name) => !overview.unused.some((one) => one.name === name))
      .map((name) => ({ name, detail: 'mapped' })),
  ];
  const meanings = [
    { value: nothing, name: 'Nothing of the catalogue' },
    ...overview.signals.filter(({ kind }) => kind !== 'outcome').map(({ id, name }) => ({ value: id, name })),
  ];
  const choose = (name: string, id: string) => {
    const { [name]: _, ...others } = mapped;
    onMap(id === nothing ? others : { ...others, [name]: id });
  };
  return (
    <Section
      title="Signals of the log that are not used"
      hint="Say what they mean, and save: they are read as that signal then."
    >
      {listed.length === 0 ? (
        <p className={styles['none']}>Every signal of the log means something of the catalogue.</p>
      ) : (
        <ul className={styles['unused']} data-unused-signals>
          {listed.map(({ name, detail }) => (
            <li key={name} className={styles['unusedSignal']}>
              <span>
                {name}
                <span className={styles['computation']}>{detail}</span>
              </span>
              <Select
                label={`What ${name} means`}
                isLabelHidden
                options={meanings}
                value={mapped[name] ?? nothing}
                onChange={(id) => choose(name, id)}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
