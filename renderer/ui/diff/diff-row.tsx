import { memo, use, useState } from 'react';
import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import type { AlignedRow, SideSegment } from '../../../shared/domain/diff/diff-segments.ts';
import type { Colours } from '../present/colours.ts';
import { inlineParts, type RowPart, sideParts } from './diff-parts.ts';
import styles from './diff-view.module.css';
import { MarkedText } from './marked-text.tsx';
import { Chips, SpanText } from './span-text.tsx';
import { MarksContext } from './text-marks.ts';
import { ThreeWayCells } from './three-way-row.tsx';
import { isThreeWay } from './three-way-rows.ts';

export interface DiffRowProps {
  readonly row: AlignedRow;
  readonly mode: DiffMode;
  /** Long unchanged stretches inside a changed row are folded as well (changes-only mode). */
  readonly fold: boolean;
  /** The current change, where it is in this row. */
  readonly currentChangeId: string | null;
  /** Ids of the changes that were taken back. */
  readonly reverted: ReadonlySet<string>;
  /** Where the row begins in either text, and the colours of the code there. */
  readonly outputStart: number;
  readonly editStart: number;
  readonly colours: SideColours | null;
}

/** The colours of the code in both texts; null where a text has none. */
export interface SideColours {
  readonly output: Colours | null;
  readonly edit: Colours | null;
}

/** One row of the diff: the same lines of both texts, beside each other, as one text, or those of the edit alone. */
export const DiffRow = memo(function DiffRow(props: DiffRowProps) {
  const { row, mode, fold, currentChangeId, reverted, outputStart, editStart, colours } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(noneOpened);
  const isChanged = row.changeIds.length > 0;
  const folding: Folding | null =
    fold && isChanged ? { opened, open: (key) => setOpened(new Set([...opened, key])) } : null;
  const shown: Shown = { folding, current: currentChangeId, reverted, outputStart, editStart, colours };
  if (isThreeWay(row)) return <ThreeWayCells row={row} currentId={currentChangeId} />;
  if (mode === 'inline')
    return (
      <div className={styles['row']} data-changed={isChanged || undefined}>
        <div className={styles['cell']} dir="auto" data-side="both" data-output-at={outputStart}>
          <Parts parts={inlineParts(row, reverted)} {...shown} />
        </div>
      </div>
    );
  return (
    <div className={styles['row']} data-changed={isChanged || undefined}>
      {mode === 'edit-only' ? null : <Side segments={row.left} side="output" {...shown} />}
      <Side segments={row.right} side="edit" {...shown} />
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
  readonly reverted: ReadonlySet<string>;
  readonly outputStart: number;
  readonly editStart: number;
  readonly colours: SideColours | null;
}

interface SideProps extends Shown {
  readonly segments: readonly SideSegment[];
  readonly side: 'output' | 'edit';
}

function Side({ segments, side, ...shown }: SideProps) {
  const isEmpty = segments.every((segment) => segment.text === '');
  return (
    <div
      className={styles['cell']}
      dir="auto"
      data-side={side}
      data-output-at={side === 'output' ? shown.outputStart : undefined}
      data-empty={isEmpty || undefined}
    >
      <Parts parts={sideParts(segments, side)} {...shown} />
    </div>
  );
}

function Parts(props: Shown & { readonly parts: readonly RowPart[] }) {
  const { parts, folding, current, reverted, outputStart, editStart, colours } = props;
  return parts.map((part) => {
    const at = part.at + (part.side === 'output' ? outputStart : editStart);
    const outputAt = part.outputAt === null ? null : part.outputAt + outputStart;
    const sideColours = colours?.[part.side] ?? null;
    return part.changeId === null ? (
      <EqualText
        key={part.key}
        part={part}
        folding={folding}
        at={at}
        outputAt={outputAt}
        colours={sideColours}
      />
    ) : (
      <ChangedText
        key={part.key}
        kind={part.kind}
        changeId={part.changeId}
        pieces={part.pieces}
        isCurrent={part.changeId === current}
        isReverted={reverted.has(part.changeId)}
        at={at}
        outputAt={outputAt}
        colours={sideColours}
      />
    );
  });
}

interface Coloured {
  readonly at: number;
  readonly outputAt: number | null;
  readonly colours: Colours | null;
}

interface ChangedTextProps extends Coloured {
  readonly kind: RowPart['kind'];
  readonly changeId: string;
  readonly pieces: RowPart['pieces'];
  readonly isCurrent: boolean;
  readonly isReverted: boolean;
}

function ChangedText(props: ChangedTextProps) {
  const mark = use(MarksContext).changes.get(props.changeId);
  if (mark?.side !== props.kind) return <ChangedPart {...props} />;
  return (
    <>
      <ChangedPart {...props} />
      <Chips chips={mark.chips} />
    </>
  );
}

function ChangedPart(props: ChangedTextProps) {
  const { kind, changeId, pieces, isReverted, at, outputAt, colours } = props;
  const shared = { 'data-change': changeId, 'data-current': props.isCurrent || undefined };
  // The side that has no text of its own in this change shows a thin mark where the other side's text would stand.
  if (pieces.length === 0)
    return <span className={styles['gap']} data-reverted={isReverted || undefined} {...shared} />;
  const text = <MarkedText pieces={pieces} at={at} outputAt={outputAt} colours={colours} />;
  if (isReverted)
    return (
      <span className={styles['reverted']} title="Reverted: the text of the output stands" {...shared}>
        {text}
      </span>
    );
  const isBlank = pieces.every((piece) => piece.text.trim() === '');
  const Element = kind === 'removed' ? 'del' : 'ins';
  return (
    <Element className={styles[kind]} data-blank={isBlank || undefined} {...shared}>
      {text}
    </Element>
  );
}

/** Characters of an unchanged stretch kept beside a change when the rest is folded. */
const keptCharacters = 140;

function EqualText(props: Coloured & { readonly part: RowPart; readonly folding: Folding | null }) {
  const { part, folding, at, outputAt, colours } = props;
  const { text, place, key } = part;
  const isShort = place === 'only' || text.length < keptCharacters * 4;
  if (folding === null || isShort || folding.opened.has(key))
    return <SpanText text={text} at={at} outputAt={outputAt} colours={colours} />;
  const headEnd = place === 'first' ? 0 : cutAfter(text, keptCharacters);
  const tailStart = place === 'last' ? text.length : cutBefore(text, text.length - keptCharacters);
  const folded = (tailStart - headEnd).toLocaleString('en');
  return (
    <>
      <SpanText text={text.slice(0, headEnd)} at={at} outputAt={outputAt} colours={colours} />
      <button
        type="button"
        className={styles['foldInside']}
        data-fold
        data-length={tailStart - headEnd}
        aria-label={`Show ${folded} unchanged characters`}
        onClick={() => folding.open(key)}
      >
        ⋯ {folded} characters ⋯
      </button>
      <SpanText
        text={text.slice(tailStart)}
        at={at + tailStart}
        outputAt={outputAt === null ? null : outputAt + tailStart}
        colours={colours}
      />
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
