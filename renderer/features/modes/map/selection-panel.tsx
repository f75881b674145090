import { Button } from '../../../ui/button.tsx';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/keys/key-hint.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { failureOf } from '../../../api/failure.ts';
import { mostListed, type MapChanges } from './use-map-changes.ts';
import { SelectedChanges } from './selected-changes.tsx';
import styles from './selection-panel.module.css';

export interface SelectionPanelProps {
  readonly count: number;
  readonly listed: MapChanges;
  readonly clusterName: (id: string | null) => string | null;
  readonly canWrite: boolean;
  readonly onMembers: () => void;
  readonly onReview: () => void;
  readonly onClear: () => void;
  readonly onFocusChange: (index: number) => void;
}

/** Most changes that become examples at once. */
export const mostMembers = 1000;

/** The changes that are selected, and what can be done with them. */
export function SelectionPanel(props: SelectionPanelProps) {
  const { count, listed, clusterName, canWrite } = props;
  const { onMembers, onReview, onClear, onFocusChange } = props;
  return (
    <section className={styles['panel']} aria-label="Selection">
      <div role="status">
        <h2 className={styles['title']}>
          {count === 0 ? 'Nothing selected' : `${formatPlural(count, 'change')} selected`}
        </h2>
      </div>
      {count === 0 ? (
        <div className={styles['hint']}>
          <p>
            Draw a line round changes <KeyHint command="map.lasso" />, or go to one with the arrow keys and
            select it <KeyHint command="map.select" /> or all of its group{' '}
            <KeyHint command="map.select-group" />.
          </p>
          <p>
            The table <KeyHint command="map.table" /> selects groups too.
          </p>
        </div>
      ) : (
        <>
          <div className={styles['actions']}>
            {canWrite ? (
              <Button
                variant="primary"
                command="map.members"
                isDisabled={count > mostMembers}
                onPress={onMembers}
              >
                Make examples of…
              </Button>
            ) : null}
            <Button command="map.review" isDisabled={listed.changes.length === 0} onPress={onReview}>
              Review
            </Button>
            <Button command="map.clear" onPress={onClear}>
              Clear
            </Button>
          </div>
          {count > mostMembers ? (
            <p className={styles['hint']}>
              At most {formatCount(mostMembers)} changes become examples at once. Select fewer.
            </p>
          ) : null}
          {listed.error === null ? null : <Notice tone="error">{failureOf(listed.error).message}</Notice>}
          <SelectedChanges
            changes={listed.changes}
            isBusy={listed.isBusy}
            clusterName={clusterName}
            onFocusChange={onFocusChange}
          />
          {count > mostListed ? (
            <p className={styles['hint']}>
              The first {formatCount(mostListed)} of {formatCount(count)} are listed.
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
