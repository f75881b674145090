import { Fragment, memo } from 'react';
import type { Piece } from '../../../shared/domain/diff/diff-segments.ts';
import styles from './diff-view.module.css';

/**
 * Text of a change with its whitespace made visible where whitespace is what changed. The marks are drawn by CSS
 * over the real characters, so that the text on screen, copied or read aloud stays the text in the file.
 */
export const MarkedText = memo(function MarkedText({ pieces }: { readonly pieces: readonly Piece[] }) {
  const isBlank = pieces.every((piece) => piece.text.trim() === '');
  return pieces.map((piece, index) => {
    const text = (
      <WhitespaceMarks text={piece.text} spaces={isBlank || (piece.emphasis && piece.text.trim() === '')} />
    );
    // Pieces have no identity of their own; a change is replaced as a whole.
    return piece.emphasis ? (
      <b key={index} className={styles['emphasis']}>
        {text}
      </b>
    ) : (
      <Fragment key={index}>{text}</Fragment>
    );
  });
});

const invisible = String.raw`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff`;
const lineBreaksAndInvisible = new RegExp(String.raw`(\r\n|[\n\r\u2028\u2029${invisible}])`, 'u');
const allWhitespace = new RegExp(String.raw`(\r\n|[\s${invisible}])`, 'u');

function WhitespaceMarks({ text, spaces }: { readonly text: string; readonly spaces: boolean }) {
  const parts = text.split(spaces ? allWhitespace : lineBreaksAndInvisible);
  if (parts.length === 1) return text;
  return parts.map((part, index) => {
    if (index % 2 === 0) return part;
    const { kind, mark } = markOf(part);
    return (
      <span key={index} className={styles[kind]} data-mark={mark}>
        {part}
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
