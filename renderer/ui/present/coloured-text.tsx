import { memo } from 'react';
import { colouredParts, type Colours } from './colours.ts';
import styles from './coloured-text.module.css';

export interface ColouredTextProps {
  readonly text: string;
  /** Place of the text in the whole that the colours are of. */
  readonly at: number;
  readonly colours: Colours | null;
}

/** A stretch of code in its colours; plain text where there are none. */
export const ColouredText = memo(function ColouredText({ text, at, colours }: ColouredTextProps) {
  if (colours === null || colours.length === 0) return text;
  let position = at;
  return colouredParts(text, at, colours).map((part) => {
    const key = position;
    position += part.text.length;
    return part.colour === null ? (
      part.text
    ) : (
      <span key={key} className={styles[part.colour]}>
        {part.text}
      </span>
    );
  });
});
