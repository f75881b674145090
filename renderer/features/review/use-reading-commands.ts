import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { diffModes } from '../../../shared/contract/app-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { type Command, useCommands } from '../../app/key-map.ts';
import { readingAfter } from './format-line.tsx';
import { type Reading, readingOf, withLayout } from './reading.ts';
import { useStableCallback } from './use-stable-callback.ts';

/**
 * The keys of how output and edit are shown. `change` has to be stable. Each goes on from what the keys before it made,
 * not from what is drawn: quick fingers are ahead of the screen.
 */
export function useReadingCommands(
  { changesOnly }: Reading,
  isReading: boolean,
  hasSeveralEdits: boolean,
  change: (part: Partial<Reading>) => void,
): void {
  const queryClient = useQueryClient();
  const queryKey = useQueries().app.settings.queryKey();
  const latest = useStableCallback(() =>
    withLayout(readingOf(queryClient.getQueryData(queryKey)), hasSeveralEdits),
  );
  const commands = useMemo((): Command[] => {
    const on = (
      id: string,
      name: string,
      keys: readonly string[],
      part: (now: Reading) => Partial<Reading>,
    ): Command => ({
      id: `review.reading.${id}`,
      name,
      keys,
      group: 'Reading',
      enabled: isReading,
      run: () => change(part(latest())),
    });
    const modes = diffModes.filter((mode) => mode !== 'three-way' || hasSeveralEdits);
    const modeAfter = (mode: Reading['diffMode']) => modes[(modes.indexOf(mode) + 1) % modes.length] ?? mode;
    return [
      on('mode', 'Next view: pair, inline, edit only, three-way', ['v'], (now) => ({
        diffMode: modeAfter(now.diffMode),
      })),
      on('side-by-side', 'Show output and edit side by side', [], () => ({ diffMode: 'side-by-side' })),
      on('inline', 'Show output and edit as one text', [], () => ({ diffMode: 'inline' })),
      on('edit-only', 'Show the edit only', [], () => ({ diffMode: 'edit-only' })),
      {
        ...on('three-way', 'Show the output between two edits', [], () => ({ diffMode: 'three-way' })),
        enabled: isReading && hasSeveralEdits,
      },
      on('changes-only', 'Show changes only', ['o'], (now) => ({ changesOnly: !now.changesOnly })),
      {
        id: 'review.reading.unfold',
        name: 'Show the next folded lines',
        keys: ['Shift+X'],
        group: 'Reading',
        enabled: isReading && changesOnly,
        run: openNextFold,
      },
      on('whitespace', 'Ignore white space, or not', ['w'], (now) => ({
        ignoreWhitespace: !now.ignoreWhitespace,
      })),
      on('case', 'Ignore upper and lower case, or not', ['Shift+C'], (now) => ({
        ignoreCase: !now.ignoreCase,
      })),
      on('read-as', 'Read as detected, text, code, JSON or Markdown', ['y'], (now) => ({
        readAs: readingAfter(now.readAs),
      })),
      on('sort-keys', 'Sort the keys of JSON, or not', ['Shift+K'], (now) => ({ sortKeys: !now.sortKeys })),
      on('rendered', 'Show Markdown rendered, or not', ['d'], (now) => ({ rendered: !now.rendered })),
    ];
  }, [changesOnly, isReading, hasSeveralEdits, change, latest]);
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
