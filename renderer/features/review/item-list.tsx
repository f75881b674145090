import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, PencilLine } from 'lucide-react';
import { memo, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { choicesOf } from '../../../shared/domain/schema/answer-keys.ts';
import type { LabelSchema } from '../../../shared/domain/schema/label-schema.ts';
import { reviewPath } from '../../app/routes.ts';
import { valueText } from '../../ui/questions/value-text.ts';
import type { SelectedLines } from './bulk/selection.ts';
import styles from './item-list.module.css';
import type { ListedItem, ReviewList } from './use-review-list.ts';

export interface ItemListProps {
  readonly list: ReviewList;
  /** Id of the queue whose interactions these are. */
  readonly queue: string | null;
  /** Whether what others labelled is hidden. */
  readonly isBlind: boolean;
  readonly filter: Filter;
  readonly index: number;
  readonly selected: SelectedLines | null;
  readonly schema: LabelSchema;
  readonly failureModes: readonly FailureMode[];
  readonly onOpen: (id: string) => void;
}

/** Height of a row in pixels; fixed, so that the list can be placed anywhere without measuring. */
const rowHeight = 58;

/** The interactions of the queue; only the rows in view are drawn. */
export function ItemList(props: ItemListProps) {
  const { list, queue, isBlind, filter, index, selected, schema, failureModes, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { items, hasEnd, loadNext, loadPrevious } = list;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const rows = virtualizer.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  const firstShown = rows[0]?.index ?? 0;

  useEffect(() => {
    if (!hasEnd && lastShown >= items.length - 10) void loadNext();
  }, [hasEnd, lastShown, items.length, loadNext]);

  useEffect(() => {
    if (firstShown === 0 && items.length > 0) loadPrevious();
  }, [firstShown, items.length, loadPrevious]);

  // Rows that arrive above must not push away what is being read.
  const firstId = useRef(items[0]?.id);
  useLayoutEffect(() => {
    const added = items.findIndex((item) => item.id === firstId.current);
    if (added > 0 && scroller.current) scroller.current.scrollTop += added * rowHeight;
    firstId.current = items[0]?.id;
  }, [items]);

  useEffect(() => {
    // The rows' height is fixed, so nothing needs to be measured to know whether the row is in view.
    const height = virtualizer.scrollRect?.height ?? 0;
    const offset = virtualizer.scrollOffset ?? 0;
    const top = index * rowHeight;
    if (index < 0 || height === 0 || scroller.current === null) return;
    if (top < offset) scroller.current.scrollTop = top;
    else if (top + rowHeight > offset + height) scroller.current.scrollTop = top + rowHeight - height;
  }, [virtualizer, index, virtualizer.scrollRect?.height]);

  return (
    <div ref={scroller} className={styles['scroller']}>
      <ul className={styles['list']} style={{ height: virtualizer.getTotalSize() }} aria-label="Interactions">
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <Row
              key={item.id}
              item={item}
              place={row.index}
              start={row.start}
              size={hasEnd ? items.length : -1}
              href={reviewPath(filter, item.id, queue)}
              isCurrent={row.index === index}
              isSelected={selected !== null && row.index >= selected.from && row.index <= selected.to}
              isFocusable={row.index === Math.max(0, index)}
              isBlind={isBlind}
              schema={schema}
              failureModes={failureModes}
              onOpen={onOpen}
            />
          );
        })}
      </ul>
    </div>
  );
}

interface RowProps extends RowTextsProps {
  readonly place: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** How many rows there are; -1 where that is not known. */
  readonly size: number;
  readonly href: string;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isFocusable: boolean;
  readonly onOpen: (id: string) => void;
}

/** Drawn anew only when something of this row changed: a step changes two rows, not all that are in view. */
const Row = memo(function Row(props: RowProps) {
  const { place, start, size, href, isCurrent, isSelected, isFocusable, onOpen, ...texts } = props;
  const openClicked = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(texts.item.id);
  };
  return (
    <li
      className={styles['row']}
      style={{ transform: `translateY(${start}px)`, height: rowHeight }}
      aria-setsize={size}
      aria-posinset={place + 1}
    >
      <a
        className={styles['link']}
        href={href}
        aria-current={isCurrent ? 'true' : undefined}
        data-selected={isSelected || undefined}
        tabIndex={isFocusable ? 0 : -1}
        // The pointer leaves the focus where it is, so that the keys go on working on the interaction.
        onMouseDown={(event) => event.preventDefault()}
        onClick={openClicked}
      >
        {isSelected ? <span className={styles['hidden']}>Selected: </span> : null}
        <RowTexts {...texts} />
      </a>
    </li>
  );
});

interface RowTextsProps {
  readonly item: ListedItem;
  readonly isBlind: boolean;
  readonly schema: LabelSchema;
  readonly failureModes: readonly FailureMode[];
}

const RowTexts = memo(function RowTexts({ item, isBlind, schema, failureModes }: RowTextsProps) {
  const lead = schema.questions.find((question) => choicesOf(question).length > 0);
  const answer = lead === undefined ? undefined : item.answers[lead.id];
  const tone = lead && choicesOf(lead).find((choice) => choice.value === answer)?.tone;
  const answered = Object.keys(item.answers).length > 0;
  return (
    <>
      <span className={styles['input']} dir="auto">
        {item.input === '' ? 'No input' : item.input}
      </span>
      <span className={styles['output']} dir="auto">
        {item.output === '' ? 'No output' : item.output}
      </span>
      <span className={styles['marks']}>
        {item.edited ? <PencilLine role="img" aria-label="Edited" /> : null}
        {item.skipped === true ? (
          <span className={styles['verdict']}>Skipped</span>
        ) : answer !== undefined ? (
          <span className={styles['verdict']} data-tone={tone}>
            {valueText(answer, lead, failureModes)}
          </span>
        ) : answered || (item.labelled && !isBlind) ? (
          <Check
            role="img"
            aria-label={answered ? 'Labelled' : 'Labelled by others'}
            data-others={!answered || undefined}
          />
        ) : null}
      </span>
    </>
  );
});
