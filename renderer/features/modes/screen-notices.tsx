import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './modes.module.css';

export interface ScreenFailure {
  /** Null: nothing failed. */
  readonly text: string | null;
  /** What a button beside it says, and does. */
  readonly action?: string;
  readonly run?: () => void;
}

/** What could not be done or read, above the list and the page. */
export function ScreenNotices({ failures }: { readonly failures: readonly ScreenFailure[] }) {
  return failures.map(({ text, action, run }) =>
    text === null ? null : (
      <div key={text} className={styles['banner']}>
        <Notice
          tone="error"
          {...(action === undefined || run === undefined
            ? {}
            : { actions: <Button onPress={run}>{action}</Button> })}
        >
          {text}
        </Notice>
      </div>
    ),
  );
}
