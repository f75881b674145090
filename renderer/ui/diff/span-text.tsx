import { memo, use } from 'react';
import { ColouredText } from '../present/coloured-text.tsx';
import type { Colours } from '../present/colours.ts';
import styles from './span-text.module.css';
import { type Chip, markedStretches, MarksContext } from './text-marks.ts';

export interface SpanTextProps {
  readonly text: string;
  /** Place of the text in the whole that the colours are of. */
  readonly at: number;
  readonly colours: Colours | null;
  /** Place of the text in the output; null where it is not the output's. */
  readonly outputAt: number | null;
}

/** Text with the parts of the output marked that carry a label. */
export const SpanText = memo(function SpanText({ text, at, colours, outputAt }: SpanTextProps) {
  const { ranges } = use(MarksContext);
  if (ranges.length === 0 || outputAt === null || text === '')
    return <ColouredText text={text} at={at} colours={colours} />;
  return markedStretches(ranges, outputAt, outputAt + text.length).map(({ start, end, tone, chips }) => {
    const from = start - outputAt;
    const part = <ColouredText text={text.slice(from, end - outputAt)} at={at + from} colours={colours} />;
    return (
      <span key={start}>
        {tone === null ? (
          part
        ) : (
          <mark className={styles['mark']} data-tone={tone}>
            {part}
          </mark>
        )}
        <Chips chips={chips} />
      </span>
    );
  });
});

/** The signs behind a labelled part. Drawn by CSS: what is copied stays the text. */
export function Chips({ chips }: { readonly chips: readonly Chip[] }) {
  return chips.map(({ number, tone, title, isCurrent }) => (
    <span
      key={number}
      className={styles['chip']}
      data-span={number}
      data-tone={tone}
      data-text={tone === 'plain' || tone === 'target' ? number : `${number} ${tone}`}
      data-current-span={isCurrent || undefined}
      title={title}
    />
  ));
}
