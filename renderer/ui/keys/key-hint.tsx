import { Fragment } from 'react';
import { keyCaps } from './key-stroke.ts';
import styles from './key-hint.module.css';
import { isMac } from './platform.ts';

/** The caps of a shortcut such as `Mod+K` or `g r`, in the words of this computer's keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={styles['hint']}>
      {keyCaps(keys, isMac).map((cap) => (
        <Fragment key={cap}>
          {cap === 'then' ? (
            <span className={styles['then']}>then</span>
          ) : (
            <kbd className={styles['cap']}>{cap}</kbd>
          )}
        </Fragment>
      ))}
    </span>
  );
}
