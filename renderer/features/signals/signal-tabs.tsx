import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { type SignalTab, signalTabs, tabNames } from './signals-address.ts';
import styles from './signals.module.css';

export interface SignalTabsProps {
  readonly tab: SignalTab;
  readonly onTab: (tab: SignalTab) => void;
}

/** The parts of the signals screen. */
export function SignalTabs({ tab, onTab }: SignalTabsProps) {
  return (
    <nav className={styles['tabs']} aria-label="Parts of signals">
      {signalTabs.map((one) => (
        <button
          key={one}
          type="button"
          className={styles['tab']}
          aria-current={one === tab ? 'page' : undefined}
          onClick={() => onTab(one)}
        >
          {tabNames[one]}
          <KeyHint command={`signals.${one}`} />
        </button>
      ))}
    </nav>
  );
}
