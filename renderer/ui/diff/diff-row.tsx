import { memo, useState } from 'react';
import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import type { AlignedRow, SideSegment } from '../../../shared/domain/diff/diff-segments.ts';
import { inlineParts, type RowPart, sideParts } from './diff-parts.ts';
import styles from './diff-view.module.css';
import { MarkedText } from './marked-text.tsx';

export interface DiffRowProps {
  readonly row: AlignedRow;
  readonly mode: DiffMode;
  /** Long unchanged stretches inside a changed row are folded as well (changes-only mode). */
  readonly fold: boolean;
  /** The current change, where it is in this row. */
  readonly currentChangeId: string | null;
}

/** One row of the diff: the same lines of both texts, beside each other, as one text, or those of the edit alone. */
export const DiffRow = memo(function DiffRow({ row, mode, fold, currentChangeId }: DiffRowProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(noneOpened);
  const isChanged = row.changeIds.length > 0;
  const folding: Folding | null =
    fold && isChanged ? { opened, open: (key) => setOpened(new Set([...opened, key])) } : null;
  if (mode === 'inline')
    return (
      <div className={styles['row']} data-changed={isChanged || undefined}>
        <div className={styles['cell']} dir="auto" data-side="both">
          <Parts parts={inlineParts(row)} folding={folding} current={currentChangeId} />
        </div>
      </div>
    );
  return (
    <div className={styles['row']} data-changed={isChanged || undefined}>
      {mode === 'edit-only' ? null : (
        <Side segments={row.left} side="output" folding={folding} current={currentChangeId} />
      )}
      <Side segments={row.right} side="edit" folding={folding} current={currentChangeId} />
    </div>
  );
});

const noneOpened: ReadonlySet<string> = new Set();

interface Folding {
  /** Keys of the unchanged stretches that the reader has opened; both sides of a row share them. */
  readonly opened: ReadonlySet<string>;
  readonly open: (key: string) => void;
}

interface Shown {
  readonly folding: Folding | null;
  /** Id of the current change. */
  readonly current: string | null;
}

interface SideProps extends Shown {
  readonly segments: readonly SideSegment[];
  readonly side: 'output' | 'edit';
}

function Side({ segments, side, folding, current }: SideProps) {
  const isEmpty = segments.every((segment) => segment.text === '');
  return (
    <div className={styles['cell']} dir="auto" data-side={side} data-empty={isEmpty || undefined}>
      <Parts parts={sideParts(segments, side)} folding={folding} current={current} />
    </div>
  );
}

function Parts({ parts, folding, current }: Shown & { readonly parts: readonly RowPart[] }) {
  return parts.map((part) =>
    part.changeId === null ? (
      <EqualText key={part.key} part={part} folding={folding} />
    ) : (
      <ChangedText
        key={part.key}
        kind={part.kind}
        changeId={part.changeId}
        pieces={part.pieces}
        isCurrent={part.changeId === current}
      />
    ),
  );
}

function ChangedText(props: {
  readonly kind: RowPart['kind'];
  readonly changeId: string;
  readonly pieces: RowPart['pieces'];
  readonly isCurrent: boolean;
}) {
  const { kind, changeId, pieces } = props;
  const dataCurrent = props.isCurrent || undefined;
  // The side that has no text of its own in this change shows a thin mark where the other side's text would stand.
  if (pieces.length === 0)
    return <span className={styles['gap']} data-change={changeId} data-current={dataCurrent} />;
  const isBlank = pieces.every((piece) => piece.text.trim() === '');
  const Element = kind === 'removed' ? 'del' : 'ins';
  return (
    <Element
      className={styles[kind]}
      data-change={changeId}
      data-current={dataCurrent}
      data-blank={isBlank || undefined}
    >
      <MarkedText pieces={pieces} />
    </Element>
  );
}

/** Characters of an unchanged stretch kept beside a change when the rest is folded. */
const keptCharacters = 140;

function EqualText({ part, folding }: { readonly part: RowPart; readonly folding: Folding | null }) {
  const { text, place, key } = part;
  const isShort = place === 'only' || text.length < keptCharacters * 4;
  if (folding === null || isShort || folding.opened.has(key)) return text;
  const headEnd = place === 'first' ? 0 : cutAfter(text, keptCharacters);
  const tailStart = place === 'last' ? text.length : cutBefore(text, text.length - keptCharacters);
  const folded = (tailStart - headEnd).toLocaleString('en');
  return (
    <>
      {text.slice(0, headEnd)}
      <button
        type="button"
        className={styles['foldInside']}
        data-fold
        aria-label={`Show ${folded} unchanged characters`}
        onClick={() => folding.open(key)}
      >
        ⋯ {folded} characters ⋯
      </button>
      {text.slice(tailStart)}
    </>
  );
}

function cutAfter(text: string, position: number): number {
  const space = text.indexOf(' ', position);
  return space < 0 ? wholeCharacter(text, position) : space;
}

function cutBefore(text: string, position: number): number {
  const space = text.lastIndexOf(' ', position);
  return space < 0 ? wholeCharacter(text, position) : space + 1;
}

/** Scripts without spaces are cut anywhere, but not inside a surrogate pair. */
function wholeCharacter(text: string, position: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(position)) ? position + 1 : position;
}
