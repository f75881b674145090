import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import { shownEdit } from '../../../shared/domain/shown-edit.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useCommands } from '../../app/key-map.ts';
import { IconButton } from '../../ui/button.tsx';
import { useDiff } from '../../ui/diff/use-diff.ts';
import { formatPlural } from '../../ui/format.ts';
import { comparedPair } from './compared-pair.ts';
import { ContextPane } from './context/context-pane.tsx';
import styles from './item-reading.module.css';
import comparison from './comparison.module.css';
import { OutputAlone } from './output-alone.tsx';
import { PairTexts } from './pair-texts.tsx';
import { ReadingTools } from './reading-tools.tsx';
import { readingOf, withLayout } from './reading.ts';
import { StatisticsLine } from './statistics-line.tsx';
import { type ChangeCursor, useChanges } from './use-changes.ts';
import { pairKey } from './use-item.ts';
import { useReadingCommands } from './use-reading-commands.ts';
import { useStableCallback } from './use-stable-callback.ts';

/** An interaction to be read and not changed: its context, and its output beside an edit, with the same keys as in the review. */
export const ItemReading = memo(function ItemReading({ item }: { readonly item: Item }) {
  const { settings, update } = useSettings();
  const contextOpen = settings?.contextOpen ?? true;
  const [chosen, setChosen] = useState<{ readonly itemId: string; readonly editId: string } | null>(null);
  const edit = shownEdit(item, chosen?.itemId === item.id ? chosen.editId : undefined);
  useCommands('reading', [
    {
      id: 'review.context',
      name: 'Show or hide the context',
      keys: ['c'],
      group: 'Reading',
      run: () => update({ contextOpen: !contextOpen }),
    },
    {
      id: 'review.next-edit',
      name: 'Show the next edit',
      keys: ['e'],
      group: 'Reading',
      enabled: item.edits.length > 1,
      run: () => setChosen(nextChoice(item, edit)),
    },
  ]);
  return (
    <div className={styles['frame']}>
      <div className={styles['reading']}>
        {contextOpen ? (
          <div className={styles['context']}>
            <ContextPane item={item} />
          </div>
        ) : null}
        <div className={styles['texts']}>
          <section className={comparison['comparison']} aria-label="Output and its edit">
            {edit === null ? (
              <div className={comparison['single']}>
                <OutputAlone output={item.output} model={item.model} onSelectLabel={nothing} />
              </div>
            ) : (
              <Pair item={item} edit={edit} />
            )}
          </section>
        </div>
      </div>
    </div>
  );
});

function nextChoice(item: Item, edit: Edit | null) {
  const index = item.edits.findIndex(({ id }) => id === edit?.id);
  const next = item.edits[(index + 1) % Math.max(1, item.edits.length)];
  return next === undefined ? null : { itemId: item.id, editId: next.id };
}

const nothingReverted: ReadonlySet<string> = new Set();

function Pair({ item, edit }: { readonly item: Item; readonly edit: Edit }) {
  const { settings, update } = useSettings();
  const reading = useMemo(() => withLayout(readingOf(settings), false), [settings]);
  const pair = comparedPair(pairKey(item, edit), item.output, edit.text, reading);
  const compared = useDiff(pair.key, pair.output, pair.edit, pair.options);
  const changes = useChanges(pair.key, compared.diff);
  const onReading = useStableCallback(update);
  useReadingCommands(reading, true, false, onReading);
  useChangeCommands(changes);
  return (
    <>
      <div className={comparison['bar']}>
        <div className={comparison['steps']} role="group" aria-label="Changes">
          <IconButton
            icon={<ChevronLeft aria-hidden />}
            name="Previous change"
            command="review.previous-change"
            isDisabled={changes.count === 0}
            onPress={changes.previous}
          />
          <span className={comparison['counter']} aria-live="polite">
            {changes.position === 0
              ? formatPlural(changes.count, 'change')
              : `Change ${changes.position} of ${changes.count}`}
          </span>
          <IconButton
            icon={<ChevronRight aria-hidden />}
            name="Next change"
            command="review.next-change"
            isDisabled={changes.count === 0}
            onPress={changes.next}
          />
        </div>
        <div className={comparison['tools']}>
          <ReadingTools reading={reading} hasSeveralEdits={false} onReading={onReading} />
        </div>
      </div>
      <PairTexts
        item={item}
        edit={edit}
        against={null}
        pair={pair}
        compared={compared}
        reverted={nothingReverted}
        changes={changes}
        reading={reading}
        annotator=""
        onReading={onReading}
      />
      <div className={comparison['foot']}>
        <StatisticsLine
          output={item.output}
          edit={edit.text}
          diff={compared.isFinal ? compared.diff : null}
        />
      </div>
    </>
  );
}

function useChangeCommands({ count, next, previous }: ChangeCursor): void {
  const enabled = count > 0;
  useCommands(
    'reading.changes',
    useMemo(
      () => [
        { id: 'review.next-change', name: 'Next change', keys: ['n'], group: 'Reading', enabled, run: next },
        {
          id: 'review.previous-change',
          name: 'Previous change',
          keys: ['p'],
          group: 'Reading',
          enabled,
          run: previous,
        },
      ],
      [enabled, next, previous],
    ),
  );
}

/** Labels on parts of the output are read here, not chosen. */
function nothing(): void {}
