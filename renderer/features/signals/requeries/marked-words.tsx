import styles from './requeries.module.css';

export interface MarkedWordsProps {
  readonly text: string;
  /** In lower case. */
  readonly shared: ReadonlySet<string>;
}

/** Characters of a long input that are shown, from its end. */
const shownCharacters = 420;

/** An input with the words that the other one has as well. */
export function MarkedWords({ text, shared }: MarkedWordsProps) {
  const start = Math.max(0, text.length - shownCharacters);
  const shown = text.slice(start).toWellFormed();
  if (shown.trim() === '') return <span className={styles['none']}>Empty</span>;
  return (
    <>
      {start > 0 ? '…' : ''}
      {shown.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, place) =>
        shared.has(part.toLowerCase()) ? (
          // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name
          <mark key={place} className={styles['shared']}>
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </>
  );
}
