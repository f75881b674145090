import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import { detectTextKind } from '../../../../shared/domain/format/text-kind.ts';
import { shownEdit } from '../../../../shared/domain/shown-edit.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { reviewPath } from '../../../app/routes.ts';
import { DiffView } from '../../../ui/diff/diff-view.tsx';
import { useDiff } from '../../../ui/diff/use-diff.ts';
import { KeyHint } from '../../../ui/keys/key-hint.tsx';
import { Notice } from '../../../ui/notice.tsx';
import styles from './line-source.module.css';

/** The interaction that a line was made of: its input, and its output with what people made of it. */
export function LineSource({ itemId }: { readonly itemId: string }) {
  const queries = useQueries();
  const query = useQuery({
    ...queries.items.get.queryOptions({ input: { id: itemId } }),
    placeholderData: keepPreviousData,
  });
  if (query.error !== null) return <Notice tone="error">{failureOf(query.error).message}</Notice>;
  const item = query.data;
  return (
    <section className={styles['source']} aria-label="Interaction of the line">
      <header className={styles['head']}>
        <span className={styles['name']} dir="auto">
          {item?.externalId ?? itemId}
        </span>
        <Link href={reviewPath([], itemId)}>Open in the review</Link>
        <KeyHint command="export.open-line" />
      </header>
      {item === undefined ? null : <Texts key={item.id} item={item} />}
    </section>
  );
}

function Texts({ item }: { readonly item: Item }) {
  const edit = shownEdit(item);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard */}
      <div className={styles['input']} tabIndex={0} role="region" aria-label="Input">
        {item.messages.map(({ role, content }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- turns have no other identity
          <div key={index} className={styles['turn']}>
            <span className={styles['role']}>{role}</span>
            <p dir="auto">{content}</p>
          </div>
        ))}
      </div>
      <div className={styles['texts']}>
        {edit === null ? (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
          <div className={styles['output']} tabIndex={0} role="region" aria-label="Output">
            <span className={styles['role']}>Output, not edited</span>
            <p dir="auto">{item.output}</p>
          </div>
        ) : (
          <Pair id={`${item.id} ${edit.id}`} output={item.output} edit={edit.text} />
        )}
      </div>
    </>
  );
}

function Pair({ id, output, edit }: { readonly id: string; readonly output: string; readonly edit: string }) {
  const kind = detectTextKind(output, edit);
  const isCode = kind === 'code' || kind === 'json';
  const { diff } = useDiff(`export ${id}`, output, edit, { level: isCode ? 'line' : 'word' });
  return (
    <DiffView
      output={output}
      edit={edit}
      diff={diff}
      mode="inline"
      changesOnly={false}
      currentChangeId={null}
      onSelectChange={nothing}
      outputTitle="Output and edit"
      editTitle={null}
      isCode={isCode}
      asText
    />
  );
}

/** The line is read here; changes are gone through in the review. */
function nothing(): void {}
