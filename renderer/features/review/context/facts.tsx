import { Link } from 'wouter';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import type { Json } from '../../../../shared/domain/json.ts';
import { reviewPath } from '../../../app/routes.ts';
import { formatMoment, formatPlural } from '../../../ui/format.ts';
import styles from './context-pane.module.css';
import { Section } from './context-section.tsx';
import { usePromptVersion } from './use-context-queries.ts';

/** Where an interaction comes from. */
export function InteractionSection({ item }: { readonly item: Item }) {
  return (
    <Section id="interaction" title="Interaction">
      <dl className={styles['list']}>
        <Fact name="Source">
          <Link href={reviewPath([{ field: 'source', operator: '=', value: item.sourceId }])}>
            {item.sourceName}
          </Link>
        </Fact>
        {item.externalId === null ? null : <Fact name="External id">{item.externalId}</Fact>}
        {item.model === null ? null : <Fact name="Model">{item.model}</Fact>}
        {item.promptVersion === null ? null : (
          <PromptVersion key={item.promptVersion} name={item.promptVersion} />
        )}
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
            <Link href={reviewPath([{ field: 'near_duplicate_of', operator: '=', value: item.id }], item.id)}>
              {formatPlural(item.nearDuplicates, 'other interaction')}
            </Link>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

/** The columns of the row that no other place took. */
export function MetadataSection({ item }: { readonly item: Item }) {
  const meta = Object.entries(item.meta);
  return (
    <Section id="metadata" title="Metadata">
      {meta.length === 0 ? <p className={styles['empty']}>Its row had nothing else.</p> : null}
      <dl className={styles['list']}>
        {meta.map(([name, value]) => (
          <Fact key={name} name={name}>
            <JsonValue value={value} />
          </Fact>
        ))}
      </dl>
    </Section>
  );
}

/** A prompt version with what the project knows of it. One line until then, and mostly after. */
function PromptVersion({ name }: { readonly name: string }) {
  const { data } = usePromptVersion(name);
  const liveFrom = data?.liveFrom ?? null;
  const template = data?.template ?? null;
  return (
    <Fact name="Prompt version">
      {name}
      {liveFrom === null ? null : <span className={styles['when']}>live from {formatMoment(liveFrom)}</span>}
      {template === null ? null : (
        <details>
          <summary>Template</summary>
          <pre className={styles['json']}>{template}</pre>
        </details>
      )}
    </Fact>
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
