import { Pencil, X } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { SpanLabel } from '../../../shared/contract/item-operations.ts';
import { IconButton } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './span-list.module.css';
import { quoteOf, spanName } from './span-target.ts';

export interface SpanListProps {
  readonly spans: readonly SpanLabel[];
  /** Index of the selected label; -1 where none is. */
  readonly current: number;
  readonly annotator: string;
  /** The functions are stable. */
  readonly onSelect: (index: number) => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** The labels on parts of the output, in the order of the text, numbered as their signs in it. */
export const SpanList = memo(function SpanList(props: SpanListProps) {
  const { spans, current, annotator, onSelect } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (current < 0) return;
    for (const shown of [list.current?.children[current], document.querySelector('[data-current-span]')])
      shown?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (spans.length === 0) return null;
  return (
    <section>
      <h2 className={styles['title']}>
        Labels on the output <KeyHint command="review.part.next" />
      </h2>
      <ol ref={list} className={styles['list']}>
        {spans.map((span, index) => (
          <li
            key={`${span.start} ${span.end} ${span.added} ${span.annotator}`}
            className={styles['entry']}
            data-current={index === current || undefined}
          >
            <button
              type="button"
              className={styles['select']}
              aria-current={index === current || undefined}
              onClick={() => onSelect(index)}
            >
              <span className={styles['name']} dir="auto">
                <span className={styles['number']}>{index + 1}</span> {spanName(span)}
                {span.severity === null ? null : (
                  <span className={styles['severity']} data-tone={span.severity}>
                    {span.severity}
                  </span>
                )}
              </span>
              <span className={styles['quote']} dir="auto">
                {quoteOf(span.quote, span.added)}
              </span>
              {span.note === null || spanName(span) === span.note ? null : (
                <span className={styles['note']} dir="auto">
                  {span.note}
                </span>
              )}
              <span className={styles['by']}>
                {span.annotator}
                {span.origin === 'import' ? ' · imported' : ''}
              </span>
            </button>
            {index === current ? (
              <Tools
                isOwn={span.annotator === annotator}
                onChange={props.onChange}
                onRemove={props.onRemove}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
});

interface ToolsProps {
  readonly isOwn: boolean;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function Tools({ isOwn, onChange, onRemove }: ToolsProps) {
  return (
    <span className={styles['tools']}>
      <IconButton
        icon={<Pencil aria-hidden />}
        name={isOwn ? 'Change this label' : 'Label this text too'}
        command="review.part.label"
        onPress={onChange}
      />
      {isOwn ? (
        <IconButton
          icon={<X aria-hidden />}
          name="Remove this label"
          command="review.part.remove"
          onPress={onRemove}
        />
      ) : null}
    </span>
  );
}
