import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly tone: 'error' | 'caution' | 'success' | 'info';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const icons = { error: CircleAlert, caution: TriangleAlert, success: CircleCheck, info: Info } as const;

/** A sentence in place: what happened and what to do next. Errors are announced at once, the others in turn. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={classNames(styles['notice'], styles[tone])} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div className={styles['texts']}>
        {title === undefined ? null : <p className={styles['title']}>{title}</p>}
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
