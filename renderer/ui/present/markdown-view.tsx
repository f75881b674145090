import { type ReactNode, useEffect, useState } from 'react';
import { askPresenter } from './ask-presenter.ts';
import { MarkdownBlock } from './markdown-block.tsx';
import type { MarkdownRow } from './markdown-rows.ts';
import styles from './markdown.module.css';

export interface MarkdownViewProps {
  readonly output: string;
  readonly edit: string;
  /** Both texts side by side, or the edit alone. */
  readonly isPair: boolean;
  readonly outputTitle: ReactNode;
  readonly editTitle: ReactNode;
}

/** Longer texts, in UTF-16 code units together, are shown as text only. */
const longestRendered = 120_000;

/**
 * Markdown as it displays, block beside block, changed ones marked. Built from the parser's tokens, never from markup:
 * HTML in the text is shown as text, links lead nowhere, pictures are named and not fetched.
 */
export function MarkdownView({ output, edit, isPair, outputTitle, editTitle }: MarkdownViewProps) {
  const [found, setFound] = useState<{ readonly of: string; readonly rows: readonly MarkdownRow[] } | null>(
    null,
  );
  const isTooLong = output.length + edit.length > longestRendered;
  const pair = `${output.length} ${output}${edit}`;
  useEffect(() => {
    if (isTooLong) return undefined;
    return askPresenter({ question: 'markdown', output, edit }, (answer) => {
      if (answer.question === 'markdown') setFound({ of: pair, rows: answer.value });
    });
  }, [isTooLong, output, edit, pair]);
  const rows = found?.of === pair ? found.rows : [];
  return (
    <div
      role="region"
      aria-label={isPair ? 'Output and edit, rendered' : 'Edit, rendered'}
      aria-busy={!isTooLong && found?.of !== pair}
      className={styles['view']}
      data-pair={isPair || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
      tabIndex={0}
    >
      <div className={styles['titles']}>
        {isPair ? <div className={styles['title']}>{outputTitle}</div> : null}
        <div className={styles['title']}>{editTitle}</div>
      </div>
      {isTooLong ? <p className={styles['note']}>The texts are too long to be rendered.</p> : null}
      {rows.map((row, index) => (
        // Rows never move within a pair.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles['row']}>
          {isPair ? <Cell token={row.left} change={row.isChanged ? 'removed' : null} /> : null}
          <Cell token={row.right} change={row.isChanged ? 'added' : null} />
        </div>
      ))}
    </div>
  );
}

interface CellProps {
  readonly token: MarkdownRow['left'];
  readonly change: 'removed' | 'added' | null;
}

function Cell({ token, change }: CellProps) {
  return (
    <div
      className={styles['cell']}
      dir="auto"
      data-change-kind={token === null ? undefined : (change ?? undefined)}
    >
      {token === null ? null : <MarkdownBlock token={token} />}
    </div>
  );
}
