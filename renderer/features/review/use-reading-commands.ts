import { useMemo } from 'react';
import { diffModes } from '../../../shared/contract/app-operations.ts';
import { type Command, useCommands } from '../../app/key-map.ts';
import { readingAfter } from './format-line.tsx';
import type { Reading } from './reading.ts';

/** The keys of how output and edit are shown. `change` has to be stable. */
export function useReadingCommands(
  reading: Reading,
  isReading: boolean,
  hasSeveralEdits: boolean,
  change: (part: Partial<Reading>) => void,
): void {
  const { diffMode, changesOnly, ignoreWhitespace, ignoreCase, readAs, sortKeys, rendered } = reading;
  const commands = useMemo((): Command[] => {
    const on = (id: string, name: string, keys: readonly string[], part: Partial<Reading>): Command => ({
      id: `review.reading.${id}`,
      name,
      keys,
      group: 'Reading',
      enabled: isReading,
      run: () => change(part),
    });
    const modes = diffModes.filter((mode) => mode !== 'three-way' || hasSeveralEdits);
    const next = modes[(modes.indexOf(diffMode) + 1) % modes.length] ?? diffMode;
    return [
      on('mode', 'Next view: pair, inline, edit only, three-way', ['v'], { diffMode: next }),
      on('side-by-side', 'Show output and edit side by side', [], { diffMode: 'side-by-side' }),
      on('inline', 'Show output and edit as one text', [], { diffMode: 'inline' }),
      on('edit-only', 'Show the edit only', [], { diffMode: 'edit-only' }),
      {
        ...on('three-way', 'Show the output between two edits', [], { diffMode: 'three-way' }),
        enabled: isReading && hasSeveralEdits,
      },
      on('changes-only', 'Show changes only', ['o'], { changesOnly: !changesOnly }),
      {
        id: 'review.reading.unfold',
        name: 'Show the next folded lines',
        keys: ['Shift+X'],
        group: 'Reading',
        enabled: isReading && changesOnly,
        run: openNextFold,
      },
      on('whitespace', 'Ignore white space, or not', ['w'], { ignoreWhitespace: !ignoreWhitespace }),
      on('case', 'Ignore upper and lower case, or not', ['Shift+C'], { ignoreCase: !ignoreCase }),
      on('read-as', 'Read as detected, text, code, JSON or Markdown', ['y'], {
        readAs: readingAfter(readAs),
      }),
      on('sort-keys', 'Sort the keys of JSON, or not', ['Shift+K'], { sortKeys: !sortKeys }),
      on('rendered', 'Show Markdown rendered, or not', ['d'], { rendered: !rendered }),
    ];
  }, [
    diffMode,
    changesOnly,
    ignoreWhitespace,
    ignoreCase,
    readAs,
    sortKeys,
    rendered,
    isReading,
    hasSeveralEdits,
    change,
  ]);
  useCommands('review.reading', commands);
}

/** Opens the first fold below the top of the view; where there is none, the last above it. */
function openNextFold(): void {
  const region = document.querySelector('[role=region][aria-label^="Output"]');
  const top = region?.getBoundingClientRect().top ?? 0;
  const folds = [...(region?.querySelectorAll<HTMLElement>('[data-fold]') ?? [])];
  const next = folds.find((fold) => fold.getBoundingClientRect().bottom > top) ?? folds.at(-1);
  next?.click();
}
