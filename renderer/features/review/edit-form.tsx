import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { DiffView } from '../../ui/diff/diff-view.tsx';
import { useDiff } from '../../ui/diff/use-diff.ts';
import type { Command } from '../../app/key-map.ts';
import { useCommands } from '../../app/key-map.ts';
import styles from './edit-form.module.css';
import { setEditDraft, useReviewState } from './review-state.ts';

export interface EditFormProps {
  readonly itemId: string;
  readonly output: string;
  /** What the edit starts from: the edit on screen, or the output. */
  readonly base: string;
  /** Resolves to true when the edit is on disk. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const nothing = () => undefined;

/** The text being edited, with its differences to the output beside it. What is typed survives leaving the form. */
export function EditForm({ itemId, output, base, onSave, onClose }: EditFormProps) {
  const draft = useReviewState((state) => state.editDrafts[itemId]);
  const [isAsking, setAsking] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const differences = useRef<HTMLDivElement>(null);
  const text = draft ?? base;
  const shown = useDeferredValue(text);
  const { diff } = useDiff(`draft ${itemId}`, output, shown);
  const isChanged = draft !== undefined && draft !== base;

  useEffect(() => field.current?.focus(), []);
  // What was typed comes into the differences a moment later and may make them longer.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => scrollAlong(field.current, differences.current?.firstElementChild), [diff]);

  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    const isSaved = await onSave(text);
    setSaving(false);
    if (!isSaved) return;
    setEditDraft(itemId, null);
    onClose();
  };
  const leave = () => {
    if (isAsking) setAsking(false);
    else if (isChanged) setAsking(true);
    else onClose();
  };
  const discard = () => {
    setEditDraft(itemId, null);
    onClose();
  };

  const commands: readonly Command[] = [
    {
      id: 'review.edit.save',
      name: 'Save the edit',
      keys: ['Mod+Enter'],
      group: 'Edit',
      run: () => void save(),
      inTextFields: true,
    },
    {
      id: 'review.edit.leave',
      name: 'Leave the edit',
      keys: ['Escape'],
      group: 'Edit',
      run: leave,
      inTextFields: true,
    },
  ];
  useCommands('review.edit', commands);

  return (
    <div className={styles['form']}>
      <div ref={differences} className={styles['diff']}>
        <DiffView
          output={output}
          edit={shown}
          diff={diff}
          mode="inline"
          changesOnly={false}
          currentChangeId={null}
          onSelectChange={nothing}
          outputTitle="Differences to the output"
          editTitle={null}
          asText
        />
      </div>
      <div className={styles['text']}>
        <label className={styles['label']} htmlFor="edit-text">
          Your edit
        </label>
        <textarea
          ref={field}
          id="edit-text"
          className={styles['field']}
          dir="auto"
          spellCheck
          value={text}
          onChange={(event) => setEditDraft(itemId, event.target.value)}
          onScroll={(event) => scrollAlong(event.currentTarget, differences.current?.firstElementChild)}
        />
      </div>
      <footer className={styles['foot']}>
        {isAsking ? (
          <>
            <p role="alert">Leave without saving? The text can be kept as a draft.</p>
            <Button autoFocus onPress={onClose}>
              Leave and keep the draft
            </Button>
            <Button variant="danger" onPress={discard}>
              Discard what I typed
            </Button>
            <Button onPress={() => setAsking(false)} command="review.edit.leave">
              Go on editing
            </Button>
          </>
        ) : (
          <>
            <p>{isChanged ? 'Changed, not saved yet.' : 'Change the text, then save it as your edit.'}</p>
            <Button onPress={leave} command="review.edit.leave">
              Cancel
            </Button>
            <Button
              variant="primary"
              command="review.edit.save"
              isDisabled={isSaving}
              onPress={() => void save()}
            >
              Save edit
            </Button>
          </>
        )}
      </footer>
    </div>
  );
}

/** Pixels from its end at which a text field counts as scrolled to it: typing there stops short of the padding. */
const endTolerance = 31;

/** Shows the same share of the way through the differences as of the text. */
function scrollAlong(text: Element | null, along: Element | null | undefined): void {
  if (!text || !along) return;
  const way = Math.max(1, text.scrollHeight - text.clientHeight - endTolerance);
  along.scrollTop = Math.min(1, text.scrollTop / way) * (along.scrollHeight - along.clientHeight);
}
