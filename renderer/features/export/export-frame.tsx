import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { paths } from '../../app/routes.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './export-frame.module.css';

const places = [
  { name: 'Recipe', path: paths.export, command: 'go.export' },
  { name: 'Snapshots', path: paths.snapshots, command: 'go.snapshots' },
  { name: 'Validate', path: paths.validate, command: 'go.validate' },
] as const;

export interface ExportFrameProps {
  readonly subtitle: string;
  readonly actions?: ReactNode;
  /** What has to be said over all of the place. */
  readonly notices?: ReactNode;
  readonly children: ReactNode;
}

/** The head of the three places of data sets, with the way from one to another. */
export function ExportFrame({ subtitle, actions, notices, children }: ExportFrameProps) {
  const [location] = useLocation();
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          <h1 className={styles['title']}>Export</h1>
          <p className={styles['subtitle']}>{subtitle}</p>
        </div>
        <div className={styles['actions']}>{actions}</div>
        <nav className={styles['places']} aria-label="Parts of the export">
          {places.map(({ name, path, command }) => (
            <Link
              key={path}
              href={path}
              className={styles['place'] ?? ''}
              aria-current={location === path ? 'page' : undefined}
            >
              {name}
              <KeyHint command={command} />
            </Link>
          ))}
        </nav>
      </header>
      {notices === undefined ? null : <div className={styles['notices']}>{notices}</div>}
      <div className={styles['body']}>{children}</div>
    </div>
  );
}
