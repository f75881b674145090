import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A screen that scrolls as a whole below a fixed head. */
export function Page({ title, subtitle, actions, children }: PageProps) {
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          <h1 className={styles['title']}>{title}</h1>
          {subtitle === undefined ? null : <div className={styles['subtitle']}>{subtitle}</div>}
        </div>
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </header>
      {/* Scrollable with the arrow keys even where nothing inside takes the focus. */}
      <div className={styles['body']} tabIndex={-1}>
        <div className={styles['content']}>{children}</div>
      </div>
    </div>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, hint, actions, children }: SectionProps) {
  return (
    <section className={styles['section']} aria-label={title}>
      <div className={styles['sectionHead']}>
        <h2 className={styles['sectionTitle']}>{title}</h2>
        {hint === undefined ? null : <p className={styles['hint']}>{hint}</p>}
        {actions === undefined ? null : (
          <div className={classNames(styles['actions'], styles['pushed'])}>{actions}</div>
        )}
      </div>
      {children}
    </section>
  );
}
