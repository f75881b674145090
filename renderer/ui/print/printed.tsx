import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './printed.module.css';

/** What stands in place of the window when it is printed, and is not seen else. */
export function Printed({ children }: { readonly children: ReactNode }) {
  return createPortal(<div className={styles['record']}>{children}</div>, document.body);
}

/** A part of it that is not broken between pages where that can be helped. */
export function PrintedEntry({ children }: { readonly children: ReactNode }) {
  return <article className={styles['entry']}>{children}</article>;
}
