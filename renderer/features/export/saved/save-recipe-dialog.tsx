import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export interface SaveRecipeDialogProps {
  readonly error: Error | null;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

const longestName = 80;

/** Asks under which name a recipe is kept; a name that there is gets a new version. */
export function SaveRecipeDialog({ error, onSave, onClose }: SaveRecipeDialogProps) {
  const queries = useQueries();
  const recipes = useQuery(queries.recipes.list.queryOptions()).data ?? [];
  const [text, setText] = useState('');
  const name = text.trim();
  const known = recipes.find((recipe) => recipe.name === name);
  const isTooLong = name.length > longestName;
  const isReady = name !== '' && !isTooLong;
  const save = () => {
    if (isReady) onSave(name);
  };
  return (
    <Dialog
      title="Save the recipe"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={save}>
            Save
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        autoFocus
        value={text}
        onChange={setText}
        onEnter={save}
        problem={isTooLong ? `Choose a name of at most ${longestName} characters.` : undefined}
        hint={
          known === undefined
            ? 'It is kept in the project, and every save of a change is a version.'
            : `There is a recipe of this name: it gets version ${known.version + 1}, where this one differs.`
        }
      />
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
    </Dialog>
  );
}
