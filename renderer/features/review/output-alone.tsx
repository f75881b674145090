import type { MouseEvent } from 'react';
import { SpanText } from '../../ui/diff/span-text.tsx';
import styles from './comparison.module.css';

export interface OutputAloneProps {
  readonly output: string;
  readonly model: string | null;
  readonly onSelectLabel: (number: number) => void;
}

/** An output that nobody has edited, with its labels. */
export function OutputAlone({ output, model, onSelectLabel }: OutputAloneProps) {
  const selectClicked = (event: MouseEvent) => {
    const label = event.target instanceof Element ? event.target.closest('[data-span]') : null;
    if (label !== null) onSelectLabel(Number(label.getAttribute('data-span')));
  };
  return (
    // A click on a label's sign is a shortcut of the pointer; the keyboard walks the labels with commands.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      className={styles['output']}
      role="region"
      aria-label="Output"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
      tabIndex={0}
      onClick={selectClicked}
    >
      <p className={styles['outputTitle']}>{model === null ? 'Output' : `Output · ${model}`}</p>
      {output === '' ? (
        <p className={styles['empty']}>The output is empty.</p>
      ) : (
        <div className={styles['outputText']} dir="auto" data-output-at={0}>
          <SpanText text={output} at={0} outputAt={0} colours={null} />
        </div>
      )}
    </div>
  );
}
