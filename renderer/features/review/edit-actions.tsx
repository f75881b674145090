import { memo, useState } from 'react';
import type { Edit } from '../../../shared/contract/item-operations.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './edit-actions.module.css';
import { type ChangeActs, isOwnEdit } from './use-change-acts.ts';

export interface EditActionsProps {
  readonly edit: Edit;
  readonly annotator: string;
  /** How many of its changes are reverted. */
  readonly reverted: number;
  /** Escape leaves the selected change before it discards the draft. */
  readonly hasCurrent: boolean;
  readonly acts: ChangeActs;
}

/** What becomes of the edit on screen: kept as one's own, or its reverted changes discarded. */
export function EditActions({ edit, annotator, reverted, hasCurrent, acts }: EditActionsProps) {
  if (reverted > 0) return <DraftActions reverted={reverted} hasCurrent={hasCurrent} acts={acts} />;
  return (
    <div className={styles['actions']}>
      <p>
        {hasCurrent ? (
          <>
            <KeyHint command="review.change.revert" /> reverts the change, <KeyHint keys="f" /> labels it
          </>
        ) : null}
      </p>
      {isOwnEdit(edit, annotator) ? null : <KeepButton onPress={acts.keep} />}
    </div>
  );
}

function DraftActions({
  reverted,
  hasCurrent,
  acts,
}: Pick<EditActionsProps, 'reverted' | 'hasCurrent' | 'acts'>) {
  const [isAsking, setAsking] = useState(false);
  useCommands('review.draft', [
    {
      id: 'review.draft.leave',
      name: isAsking ? 'Go on with the draft' : 'Discard the draft',
      keys: ['Escape'],
      group: 'Edit',
      run: () => setAsking(!isAsking),
      enabled: isAsking || !hasCurrent,
    },
  ]);
  if (isAsking)
    return (
      <div key="asking" className={styles['actions']}>
        <p role="alert">Discard the draft?</p>
        <Button autoFocus variant="danger" onPress={acts.discard}>
          Discard
        </Button>
        <Button onPress={() => setAsking(false)} keys="Escape">
          Go on
        </Button>
      </div>
    );
  return (
    <div className={styles['actions']}>
      <p>{formatPlural(reverted, 'change')} reverted, not kept yet</p>
      <Button onPress={() => setAsking(true)} {...(hasCurrent ? {} : { keys: 'Escape' })}>
        Discard
      </Button>
      <KeepButton isPrimary onPress={acts.keep} />
    </div>
  );
}

const KeepButton = memo(function KeepButton({
  isPrimary = false,
  onPress,
}: {
  readonly isPrimary?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Button variant={isPrimary ? 'primary' : 'quiet'} command="review.change.keep" onPress={onPress}>
      Keep as my edit
    </Button>
  );
});
