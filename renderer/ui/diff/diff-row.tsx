import { memo, useState } from 'react';
import type { AlignedRow, SideSegment } from '../../../shared/domain/diff/diff-segments.ts';
import { inlineParts, type InlinePart } from './diff-blocks.ts';
import styles from './diff-view.module.css';
import { MarkedText } from './marked-text.tsx';

export interface DiffRowProps {
  readonly row: AlignedRow;
  readonly inline: boolean;
  /** Long unchanged stretches inside a changed row are folded as well (changes-only mode). */
  readonly fold: boolean;
}

/** One row of the diff: the same lines of both texts, beside each other or as one text. */
export const DiffRow = memo(function DiffRow({ row, inline, fold }: DiffRowProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(noneOpened);
  const isChanged = row.changeIds.length > 0;
  const folding: Folding | null =
    fold && isChanged ? { opened, open: (index) => setOpened(new Set([...opened, index])) } : null;
  if (inline)
    return (
      <div className={styles['row']} data-changed={isChanged || undefined}>
        <div className={styles['cell']} dir="auto" data-side="both">
          <InlineText parts={inlineParts(row)} folding={folding} />
        </div>
      </div>
    );
  return (
    <div className={styles['row']} data-changed={isChanged || undefined}>
      <Side segments={row.left} side="output" folding={folding} />
      <Side segments={row.right} side="edit" folding={folding} />
    </div>
  );
});

const noneOpened: ReadonlySet<number> = new Set();

interface Folding {
  readonly opened: ReadonlySet<number>;
  readonly open: (index: number) => void;
}

interface SideProps {
  readonly segments: readonly SideSegment[];
  readonly side: 'output' | 'edit';
  readonly folding: Folding | null;
}

function Side({ segments, side, folding }: SideProps) {
  const isEmpty = segments.every((segment) => segment.text === '');
  let equalIndex = -1;
  return (
    <div className={styles['cell']} dir="auto" data-side={side} data-empty={isEmpty || undefined}>
      {segments.map((segment, index) => {
        if (segment.changeId === null) {
          equalIndex++;
          return (
            <EqualText
              key={index}
              text={segment.text}
              index={equalIndex}
              place={placeOf(index, segments.length)}
              folding={folding}
            />
          );
        }
        return (
          <ChangedText
            key={index}
            kind={side === 'output' ? 'removed' : 'added'}
            changeId={segment.changeId}
            pieces={segment.pieces}
          />
        );
      })}
    </div>
  );
}

function InlineText({
  parts,
  folding,
}: {
  readonly parts: readonly InlinePart[];
  readonly folding: Folding | null;
}) {
  let equalIndex = -1;
  return parts.map((part, index) => {
    if (part.kind !== 'equal')
      return <ChangedText key={index} kind={part.kind} changeId={part.changeId ?? ''} pieces={part.pieces} />;
    equalIndex++;
    return (
      <EqualText
        key={index}
        text={part.pieces[0]?.text ?? ''}
        index={equalIndex}
        place={placeOf(index, parts.length)}
        folding={folding}
      />
    );
  });
}

function ChangedText(props: {
  readonly kind: 'removed' | 'added';
  readonly changeId: string;
  readonly pieces: InlinePart['pieces'];
}) {
  const { kind, changeId, pieces } = props;
  // The side that has no text of its own in this change shows a thin mark where the other side's text would stand.
  if (pieces.length === 0) return <span className={styles['gap']} data-change={changeId} />;
  const Element = kind === 'removed' ? 'del' : 'ins';
  return (
    <Element className={styles[kind]} data-change={changeId}>
      <MarkedText pieces={pieces} />
    </Element>
  );
}

type Place = 'first' | 'middle' | 'last' | 'only';

function placeOf(index: number, length: number): Place {
  if (length === 1) return 'only';
  return index === 0 ? 'first' : index === length - 1 ? 'last' : 'middle';
}

/** Characters of an unchanged stretch kept beside a change when the rest is folded. */
const keptCharacters = 140;

function EqualText(props: {
  readonly text: string;
  readonly index: number;
  readonly place: Place;
  readonly folding: Folding | null;
}) {
  const { text, index, place, folding } = props;
  if (folding === null || place === 'only' || folding.opened.has(index) || text.length < keptCharacters * 4)
    return text;
  const headEnd = place === 'first' ? 0 : cutAfter(text, keptCharacters);
  const tailStart = place === 'last' ? text.length : cutBefore(text, text.length - keptCharacters);
  const folded = (tailStart - headEnd).toLocaleString('en');
  return (
    <>
      {text.slice(0, headEnd)}
      <button
        type="button"
        className={styles['foldInside']}
        aria-label={`Show ${folded} unchanged characters`}
        onClick={() => folding.open(index)}
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
