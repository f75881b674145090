import styles from './full-page.module.css';

/** Shown where the page was opened without the key that the address carries. */
export function NoConnection() {
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1 className={styles['title']}>This address lacks its key</h1>
        <p>
          Flywheel only answers windows that it opened itself. Open the whole address that it printed when it
          started, with the part after <code>#</code>, or start it again with <code>npm start</code>.
        </p>
      </div>
    </main>
  );
}
