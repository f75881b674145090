import {
  Activity,
  type LucideIcon,
  CalendarDays,
  ClipboardList,
  FileInput,
  FileOutput,
  House,
  ListChecks,
  ListOrdered,
  MessagesSquare,
  Ruler,
  Scale,
  Settings,
  Shapes,
  TrendingUp,
  Users,
} from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { ProjectInfo } from '../../../shared/contract/project-operations.ts';
import { useAppState } from '../../state/app-state.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useKeysOf } from '../../ui/keys/command-keys.ts';
import { isMac } from '../../ui/keys/platform.ts';
import { keyCaps } from '../../ui/keys/key-stroke.ts';
import { paths } from '../routes.ts';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly icon: LucideIcon;
  /** Id of the command that goes there. */
  readonly command?: string;
}

const projectEntries: readonly Entry[] = [
  { name: 'Review', path: paths.review, icon: ListChecks, command: 'go.review' },
  { name: 'Queues', path: paths.queues, icon: ListOrdered, command: 'go.queues' },
  { name: 'Team', path: paths.team, icon: Users, command: 'go.team' },
  { name: 'Adjudicate', path: paths.adjudicate, icon: Scale, command: 'go.adjudicate' },
  { name: 'Failure modes', path: paths.modes, icon: Shapes, command: 'go.modes' },
  { name: 'Weekly review', path: paths.weekly, icon: CalendarDays, command: 'go.weekly' },
  { name: 'Signals', path: paths.signals, icon: Activity, command: 'go.signals' },
  { name: 'Audit', path: paths.audit, icon: ClipboardList, command: 'go.audit' },
  { name: 'Signal design', path: paths.plan, icon: Ruler, command: 'go.plan' },
  { name: 'Velocity', path: paths.velocity, icon: TrendingUp, command: 'go.velocity' },
  { name: 'Import', path: paths.import, icon: FileInput, command: 'go.import' },
  { name: 'Export', path: paths.export, icon: FileOutput, command: 'go.export' },
  { name: 'Few-shot', path: paths.fewShot, icon: MessagesSquare, command: 'go.few-shot' },
];

const settingsEntry: Entry = {
  name: 'Settings',
  path: paths.settings,
  icon: Settings,
  command: 'go.settings',
};
const welcomeEntry: Entry = { name: 'Welcome', path: paths.welcome, icon: House };

/** The frame around every screen: bar, rail, what the engine has to say, and the screen. */
export function Shell({
  project,
  children,
}: {
  readonly project: ProjectInfo | null;
  readonly children: ReactNode;
}) {
  const entries = project === null ? [welcomeEntry] : projectEntries;
  return (
    <div className={styles['shell']}>
      <TopBar project={project} />
      <nav className={styles['rail']} aria-label="Screens">
        <ul className={styles['entries']}>
          {entries.map((entry) => (
            <RailEntry key={entry.path} entry={entry} />
          ))}
        </ul>
        <ul className={styles['entries']}>
          <RailEntry entry={settingsEntry} />
        </ul>
      </nav>
      <div className={styles['screen']}>
        <EngineBanner />
        <ScreenFrame>{children}</ScreenFrame>
      </div>
    </div>
  );
}

/** Moves the focus to a screen that was gone to, so that the keyboard and screen readers continue there. */
function ScreenFrame({ children }: { readonly children: ReactNode }) {
  const [location] = useLocation();
  const screen = location.split('/')[1] ?? '';
  const frame = useRef<HTMLElement>(null);
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const holder = document.activeElement;
    const isElsewhere = holder === null || holder === document.body || holder.closest('nav') !== null;
    if (isElsewhere) frame.current?.focus({ preventScroll: true });
  }, [screen]);
  return (
    <main ref={frame} tabIndex={-1} className={styles['main']}>
      {children}
    </main>
  );
}

function RailEntry({ entry }: { readonly entry: Entry }) {
  const [location] = useLocation();
  const isCurrent =
    location === entry.path || location.startsWith(`${entry.path}/`) || isPartOf(entry, location);
  const Icon = entry.icon;
  const keys = useKeysOf(entry.command);
  return (
    <li>
      <Link
        href={entry.path}
        className={classNames(styles['entry'], isCurrent && styles['current'])}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        {...(keys === undefined ? {} : { title: `${entry.name} (${keyCaps(keys, isMac).join('+')})` })}
      >
        <Icon aria-hidden />
        {entry.name}
      </Link>
    </li>
  );
}

/** Reject lists belong to the imports that made them; other screens are reached from the one they are listed with. */
function isPartOf(entry: Entry, location: string): boolean {
  if (entry.path === paths.settings) return location === paths.schema || location === paths.keys;
  if (entry.path === paths.team) return location === paths.agreement;
  if (entry.path === paths.modes) return location === paths.coding;
  return entry.path === paths.import && location.startsWith('/sources/');
}

function EngineBanner() {
  const engine = useAppState((state) => state.engine);
  const showEngine = useAppState((state) => state.showEngine);
  if (engine === 'connected') return null;
  return (
    <div className={styles['banner']} role="status">
      {engine === 'lost' ? (
        <p>The engine does not answer. Flywheel is reaching for it; what you had saved is on disk.</p>
      ) : (
        <>
          <p>
            The engine restarted; everything you had saved is there. Running imports and exports need to be
            started again.
          </p>
          <Button variant="quiet" onPress={() => showEngine('connected')}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  );
}
