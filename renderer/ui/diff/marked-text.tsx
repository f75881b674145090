import { Fragment, memo } from 'react';
import type { Piece } from '../../../shared/domain/diff/change-pieces.ts';
import type { Colours } from '../present/colours.ts';
import { useKeysOf } from '../keys/command-keys.ts';
import { keyCaps } from '../keys/key-stroke.ts';
import { isMac } from '../keys/platform.ts';
import styles from './diff-view.module.css';
import { SpanText } from './span-text.tsx';

export interface MarkedTextProps {
  readonly pieces: readonly Piece[];
  /** Place of the change in its text, and the colours of the code there. */
  readonly at: number;
  readonly colours: Colours | null;
  /** Place of the change in the output, where this is the output's text. */
  readonly outputAt?: number | null;
}

/**
 * Text of a change with its whitespace made visible where whitespace is what changed. The marks are drawn by CSS
 * over the real characters, so that the text on screen, copied or read aloud stays the text in the file.
 */
export const MarkedText = memo(function MarkedText(props: MarkedTextProps) {
  const { pieces, at, colours, outputAt = null } = props;
  const isBlank = pieces.every((piece) => piece.text.trim() === '');
  return withOffsets(pieces, (piece) => piece.text.length).map(({ part: piece, offset }) => {
    const text = (
      <WhitespaceMarks
        text={piece.text}
        spaces={isBlank || (piece.emphasis && piece.text.trim() === '')}
        at={at + offset}
        colours={colours}
        outputAt={plus(outputAt, offset)}
      />
    );
    if (piece.moved !== undefined)
      return (
        <span key={offset} className={styles['moved']}>
          <MoveLink otherEnd={piece.moved} />
          {text}
        </span>
      );
    return piece.emphasis ? (
      <b key={offset} className={styles['emphasis']}>
        {text}
      </b>
    ) : (
      <Fragment key={offset}>{text}</Fragment>
    );
  });
});

function MoveLink({ otherEnd }: { readonly otherEnd: string }) {
  const keys = useKeysOf('review.other-end');
  const shown = keys === undefined ? '' : ` (${keyCaps(keys, isMac).join('+')})`;
  return (
    <button
      type="button"
      className={styles['moveLink']}
      data-other-end={otherEnd}
      aria-label="Moved: show its other place"
      title={`Moved: show its other place${shown}`}
    />
  );
}

/** Parts have no identity but their place in the text. */
function withOffsets<T>(parts: readonly T[], lengthOf: (part: T) => number): { part: T; offset: number }[] {
  let next = 0;
  return parts.map((part) => {
    const offset = next;
    next += lengthOf(part);
    return { part, offset };
  });
}

/** Joiners between letters or emoji are a part of how those are written, not something hidden. */
const joiner = String.raw`(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])`;
const invisible = String.raw`\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff`;
const lineBreaksAndInvisible = new RegExp(String.raw`(\r\n|[\n\r\u2028\u2029${invisible}]|${joiner})`, 'u');
const allWhitespace = new RegExp(String.raw`(\r\n|[\s${invisible}]|${joiner})`, 'u');

const isMarked = new RegExp(String.raw`^(?:\r\n|[\s\u200c\u200d${invisible}])$`, 'u');

function plus(place: number | null, offset: number): number | null {
  return place === null ? null : place + offset;
}

interface WhitespaceMarksProps {
  readonly text: string;
  readonly spaces: boolean;
  readonly at: number;
  readonly colours: Colours | null;
  readonly outputAt: number | null;
}

function WhitespaceMarks({ text, spaces, at, colours, outputAt }: WhitespaceMarksProps) {
  const parts = text.split(spaces ? allWhitespace : lineBreaksAndInvisible);
  if (parts.length === 1) return <SpanText text={text} at={at} colours={colours} outputAt={outputAt} />;
  const shown = parts.filter((part) => part !== '');
  return withOffsets(shown, (part) => part.length).map(({ part, offset }) => {
    const place = { at: at + offset, outputAt: plus(outputAt, offset) };
    const shownPart = <SpanText key={offset} text={part} colours={colours} {...place} />;
    if (!isMarked.test(part)) return shownPart;
    const { kind, mark } = markOf(part);
    return (
      <span key={offset} className={styles[kind]} data-mark={mark}>
        {shownPart}
      </span>
    );
  });
}

function markOf(part: string): { readonly kind: 'newline' | 'space' | 'invisible'; readonly mark: string } {
  if (/[\n\r\u2028\u2029]/.test(part))
    return { kind: 'newline', mark: part === '\r\n' ? '␍¶' : part === '\r' ? '␍' : '¶' };
  if (part === '\t') return { kind: 'space', mark: '→' };
  if (part === ' ') return { kind: 'space', mark: '·' };
  const code = (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /\s/.test(part) && part !== '\ufeff'
    ? { kind: 'space', mark: '⍽' }
    : { kind: 'invisible', mark: `U+${code}` };
}
