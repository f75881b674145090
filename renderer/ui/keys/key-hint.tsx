import { useKeysOf } from './command-keys.ts';
import { keyCaps } from './key-stroke.ts';
import styles from './key-hint.module.css';
import { isMac } from './platform.ts';

export type KeyHintProps =
  { readonly keys: string } | { /** Id of the command whose key it is. */ readonly command: string };

/** The caps of a shortcut such as `Mod+K` or `g r`, in the words of this computer's keyboard. */
export function KeyHint(props: KeyHintProps) {
  const own = useKeysOf('command' in props ? props.command : undefined);
  const keys = 'keys' in props ? props.keys : own;
  if (keys === undefined) return null;
  return (
    <span className={styles['hint']}>
      {keyCaps(keys, isMac).map((cap, index) =>
        cap === 'then' ? (
          // A sequence may press the same key twice; its caps have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={styles['then']}>
            then
          </span>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <kbd key={index} className={styles['cap']}>
            {cap}
          </kbd>
        ),
      )}
    </span>
  );
}
