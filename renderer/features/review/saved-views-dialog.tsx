import { useMutation, useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '../../../shared/contract/search-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { queryToText } from '../../../shared/domain/search/query-to-text.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { showToast } from '../../state/toasts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './saved-views-dialog.module.css';

export interface SavedViewsDialogProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onClose: () => void;
}

const noViews: readonly SavedView[] = [];

/** The queries kept in the project: open one, keep the one of now, delete what is not needed any more. */
export function SavedViewsDialog({ filter, onFilter, onClose }: SavedViewsDialogProps) {
  const queries = useQueries();
  const views = useQuery(queries.search.views.queryOptions()).data ?? noViews;
  const isReadOnly = useQuery(queries.project.current.queryOptions()).data?.readOnly ?? false;
  const [name, setName] = useState('');
  const query = queryToText(filter);
  const save = useMutation(
    queries.search.saveView.mutationOptions({
      onSuccess: (saved) => {
        showToast(`Saved the view “${saved.name}”`);
        onClose();
      },
    }),
  );
  const remove = useMutation(
    queries.search.deleteView.mutationOptions({ onSuccess: () => showToast('Deleted the view') }),
  );
  const error = save.error ?? remove.error;
  const trimmed = name.trim();
  const isTaken = views.some((view) => view.name.toLowerCase() === trimmed.toLowerCase());
  const isReady = trimmed !== '' && trimmed.length <= 100 && !save.isPending;
  const saveNow = () => {
    if (isReady) save.mutate({ name: trimmed, query });
  };
  const open = (view: SavedView) => {
    const parsed = parseQuery(view.query);
    if (parsed.ok) onFilter(parsed.value);
    onClose();
  };
  return (
    <Dialog
      title="Saved views"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          {isReadOnly ? null : (
            <Button variant="primary" isDisabled={!isReady} onPress={saveNow}>
              {isTaken ? 'Replace' : 'Save'}
            </Button>
          )}
        </>
      }
    >
      {views.length === 0 ? null : (
        <ul className={styles['views']} aria-label="Saved views">
          {views.map((view, index) => (
            <li key={view.id} className={styles['view']}>
              <Button className={styles['open'] ?? ''} autoFocus={index === 0} onPress={() => open(view)}>
                <span className={styles['name']} dir="auto">
                  {view.name}
                </span>{' '}
                <span className={styles['query']} dir="auto">
                  {textOf(view)}
                </span>
              </Button>
              {isReadOnly ? null : (
                <IconButton
                  icon={<Trash2 aria-hidden />}
                  name={`Delete the view “${view.name}”`}
                  isDisabled={remove.isPending}
                  onPress={() => remove.mutate({ id: view.id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly ? null : (
        <TextField
          label="Save the search of now as"
          autoFocus={views.length === 0}
          value={name}
          onChange={setName}
          onEnter={saveNow}
          problem={trimmed.length > 100 ? 'Choose a name of at most 100 characters.' : undefined}
          hint={query === '' ? 'It shows every interaction.' : query}
        />
      )}
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
    </Dialog>
  );
}

function textOf({ query }: SavedView): string {
  return query === '' ? 'every interaction' : query;
}
