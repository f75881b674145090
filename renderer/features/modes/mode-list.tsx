import { useMemo } from 'react';
import { Collection, ListLayout, Tree, TreeItem, TreeItemContent, Virtualizer } from 'react-aria-components';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { rowSize } from './mode-list-focus.ts';
import { nameOfRow, RowContent } from './mode-row.tsx';
import { type ModeRow, proposalsKey } from './mode-rows.ts';
import { setFolded, setModesState, sorts, statuses, statusFilters, useModesState } from './modes-state.ts';
import { sortNames } from './mode-texts.ts';
import styles from './mode-list.module.css';
import type { ModeActs } from './use-mode-acts.ts';
import { useModeDragging } from './use-mode-dragging.ts';
import type { ModesList } from './use-modes-list.ts';

export interface ModeListProps {
  readonly list: ModesList;
  /** Key of the row whose page is open. */
  readonly openedKey: string | null;
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
  readonly onOpen: (key: string) => void;
}

const everyStatus = 'every';

/** Failure modes as a tree or a list, clusters that nobody has decided on, and the pile of the rest. */
export function ModeList({ list, openedKey, acts, isReadOnly, onOpen }: ModeListProps) {
  const { shape, sort, status, folded } = useModesState();
  const { rows, seen, modes } = list;
  const dragAndDropHooks = useModeDragging(list, acts, isReadOnly);
  const unfolded = useMemo(
    () => seen.filter(({ key, children }) => children.length > 0 && !folded.has(key)).map(({ key }) => key),
    [seen, folded],
  );
  return (
    <section className={styles['pane']} aria-label="Failure modes and clusters" data-mode-list>
      <div className={styles['tools']}>
        <Select
          label="Order"
          isLabelHidden
          options={sorts.map((value) => ({ value, name: sortNames[value] }))}
          value={sort}
          onChange={(next) => setModesState({ sort: next })}
        />
        <Select
          label="Status"
          isLabelHidden
          options={[
            { value: everyStatus, name: 'Every status' },
            ...statuses.map((value) => ({ value, name: modeStatusNames[value] })),
          ]}
          value={status ?? everyStatus}
          onChange={(next) =>
            setModesState({ status: statusFilters.find((value) => value === next) ?? null })
          }
        />
        <Button
          command="modes.shape"
          onPress={() => setModesState({ shape: shape === 'tree' ? 'list' : 'tree' })}
        >
          {shape === 'tree' ? 'As a list' : 'As a tree'}
        </Button>
      </div>
      {status !== null && !rows.some(({ kind }) => kind === 'mode') && modes.length > 0 ? (
        <p className={styles['none']}>No failure mode is {modeStatusNames[status].toLowerCase()}.</p>
      ) : null}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
        <Tree
          className={styles['tree'] ?? ''}
          aria-label="Failure modes and clusters"
          items={rows}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          disabledKeys={[proposalsKey]}
          disabledBehavior="selection"
          selectedKeys={openedKey === null ? [] : [openedKey]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined && key !== openedKey) onOpen(String(key));
          }}
          onAction={(key) => {
            if (key === proposalsKey) setFolded(proposalsKey, !folded.has(proposalsKey));
            else document.querySelector<HTMLElement>('[data-current-example]')?.focus();
          }}
          expandedKeys={unfolded}
          onExpandedChange={(keys) => {
            const open = new Set(keys);
            for (const { key, children } of seen)
              if (children.length > 0 && open.has(key) === folded.has(key)) setFolded(key, !open.has(key));
          }}
          dragAndDropHooks={dragAndDropHooks}
        >
          {renderRow}
        </Tree>
      </Virtualizer>
    </section>
  );
}

function renderRow(row: ModeRow) {
  return (
    <TreeItem id={row.key} textValue={nameOfRow(row)} className={styles['item'] ?? ''}>
      <TreeItemContent>
        {({ level, isExpanded, hasChildItems }) => (
          <RowContent row={row} level={level} isExpanded={isExpanded} hasChildren={hasChildItems} />
        )}
      </TreeItemContent>
      <Collection items={row.children}>{renderRow}</Collection>
    </TreeItem>
  );
}
