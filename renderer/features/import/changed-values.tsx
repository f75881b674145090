import styles from './changed-values.module.css';
import type { ChangedValue } from './use-transform-trial.ts';

/** Values of the file, and what a transform makes of them. */
export function ChangedValues({ values }: { readonly values: readonly ChangedValue[] }) {
  if (values.length === 0) return <span className={styles['none']}>Always empty in these rows</span>;
  return (
    <ul className={styles['values']}>
      {values.map(({ before, after }) => (
        <li key={`${before}\n${after}`} className={styles['value']}>
          {before === null ? null : (
            <>
              <span className={styles['text']} title={before}>
                {before}
              </span>
              <span className={styles['arrow']} aria-label="becomes">
                →
              </span>
            </>
          )}
          {after === null ? (
            <span className={styles['none']}>no value</span>
          ) : (
            <span className={styles['text']} title={after}>
              {after}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
