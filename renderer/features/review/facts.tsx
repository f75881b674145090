import { Link } from 'wouter';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { reviewPath } from '../../app/routes.ts';
import { formatMoment, formatPlural } from '../../ui/format.ts';
import styles from './context-pane.module.css';
import { signalName, signalText, signalTitle } from './signal-text.ts';

/** What is known about an interaction besides its texts. */
export function Facts({ item }: { readonly item: Item }) {
  const meta = Object.entries(item.meta);
  return (
    <div className={styles['facts']}>
      {item.signals.length === 0 ? null : (
        <section>
          <h3 className={styles['heading']}>Signals</h3>
          <dl className={styles['list']}>
            {item.signals.map((signal, index) => (
              // One name may come several times; signals are never reordered.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={index} className={styles['fact']}>
                <dt>{signalName(signal)}</dt>
                <dd dir="auto" title={signalTitle(signal)}>
                  {signalText(signal)}
                  {signal.origin === null ? null : <span className={styles['when']}>{signal.origin}</span>}
                  {signal.at === null ? null : (
                    <time className={styles['when']}>{formatMoment(signal.at)}</time>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h3 className={styles['heading']}>Interaction</h3>
        <dl className={styles['list']}>
          <Fact name="Source">
            <Link href={reviewPath([{ field: 'source', operator: '=', value: item.sourceId }])}>
              {item.sourceName}
            </Link>
          </Fact>
          {item.externalId === null ? null : <Fact name="External id">{item.externalId}</Fact>}
          {item.model === null ? null : <Fact name="Model">{item.model}</Fact>}
          {item.promptVersion === null ? null : <Fact name="Prompt version">{item.promptVersion}</Fact>}
          {item.createdAt === null ? null : <Fact name="Created">{formatMoment(item.createdAt)}</Fact>}
          {item.user === null ? null : <Fact name="User">{item.user}</Fact>}
          {item.session === null ? null : (
            <Fact name="Session">
              <Link href={reviewPath([{ field: 'session', operator: '=', value: item.session }], item.id)}>
                {item.session}
              </Link>
            </Fact>
          )}
          {item.nearDuplicates === 0 ? null : (
            <Fact name="Near-duplicates">
              <Link
                href={reviewPath([{ field: 'near_duplicate_of', operator: '=', value: item.id }], item.id)}
              >
                {formatPlural(item.nearDuplicates, 'other interaction')}
              </Link>
            </Fact>
          )}
        </dl>
      </section>
      {meta.length === 0 ? null : (
        <section>
          <h3 className={styles['heading']}>Metadata</h3>
          <dl className={styles['list']}>
            {meta.map(([name, value]) => (
              <Fact key={name} name={name}>
                <JsonValue value={value} />
              </Fact>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function JsonValue({ value }: { readonly value: Json }) {
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  const entries = Array.isArray(value) ? value.length : Object.keys(value).length;
  return (
    <details>
      <summary>{Array.isArray(value) ? `List of ${entries}` : `Object of ${entries}`}</summary>
      <pre className={styles['json']}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
