import type { Item } from '../../../../shared/contract/item-operations.ts';
import type { SignalOfItem } from '../../../../shared/contract/signal-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import styles from './context-pane.module.css';
import { Section } from './context-section.tsx';
import { QualityOfItem } from './quality-of-item.tsx';
import { durationText } from './signal-text.ts';
import { useSignalValues } from './use-context-queries.ts';

/** What is known of the open interaction by signal of the catalogue, each with its reason. */
export function SignalValuesSection({ item }: { readonly item: Item }) {
  return (
    <Section id="signals" title="Signal values">
      <SignalValues itemId={item.id} />
    </Section>
  );
}

function SignalValues({ itemId }: { readonly itemId: string }) {
  const { data: known, error } = useSignalValues(itemId);
  if (error !== null) return <p className={styles['empty']}>{failureOf(error).message}</p>;
  if (known === undefined) return <p className={styles['empty']}>Reading what is known…</p>;
  return (
    <>
      <QualityOfItem itemId={itemId} />
      {known.values.length === 0 ? (
        <p className={styles['empty']}>Nothing is known: the log has no signal of it.</p>
      ) : (
        <dl className={styles['list']}>
          {known.values.map((signal) => (
            <div key={signal.id} className={styles['fact']}>
              <dt>{signal.name}</dt>
              <dd>
                {valueText(signal)}
                <span className={styles['reason']}>{signal.reason}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function valueText({ unit, value }: SignalOfItem): string {
  if (value === null) return 'May still come';
  switch (unit) {
    case 'yes_no':
      return value === 1 ? 'Yes' : 'No';
    case 'share':
      return `${Math.round(value * 100)} %`;
    case 'ms':
      return durationText(value);
    case 'number':
      return value.toLocaleString('en', { maximumFractionDigits: 3 });
  }
}
