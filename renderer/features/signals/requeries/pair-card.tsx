import type { Requery } from '../../../../shared/contract/signal-operations.ts';
import { decisionText, isRequery, pairText } from '../../../../shared/domain/signals/requery-decision.ts';
import type { SignalSettings } from '../../../../shared/domain/signals/settings.ts';
import { MarkedWords } from './marked-words.tsx';
import styles from './requeries.module.css';

export interface PairCardProps {
  readonly pair: Requery;
  readonly settings: SignalSettings['requery'];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

const verdictTexts = { yes: 'Judged: asks again', no: 'Judged: does not' } as const;

/** An input beside the earlier one, and what the settings and people say of the two. */
export function PairCard({ pair, settings, isOpen, onOpen }: PairCardProps) {
  const shared = new Set(pair.shared);
  return (
    // The keys of the screen act on it wherever the focus is; a click chooses it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      id={pairElementId(pair)}
      tabIndex={-1}
      aria-current={isOpen || undefined}
      className={styles['pair']}
      onClick={onOpen}
    >
      <div className={styles['texts']}>
        <Side title="Earlier" text={pair.earlierInput} shared={shared} />
        <Side title="Later" text={pair.input} shared={shared} />
      </div>
      <p className={styles['facts']}>
        <span>Asked {pairText(pair)}.</span>
        <span className={styles['decision']} data-found={isRequery(pair, settings)}>
          {decisionText(pair, settings)}
        </span>
        <span className={styles['verdict']}>{pair.verdict === null ? '' : verdictTexts[pair.verdict]}</span>
      </p>
      <p className={styles['words']}>{wordsText(pair)}</p>
    </li>
  );
}

interface SideProps {
  readonly title: string;
  readonly text: string;
  readonly shared: ReadonlySet<string>;
}

function Side({ title, text, shared }: SideProps) {
  return (
    <div className={styles['side']}>
      <p className={styles['sideTitle']}>{title}</p>
      <p className={styles['text']}>
        {/* One child, of which the end is seen: there stands what is asked. */}
        <span>
          <MarkedWords text={text} shared={shared} />
        </span>
      </p>
    </div>
  );
}

/** Words of each kind that are named. */
const namedWords = 8;

function wordsText({ shared, dropped, added }: Requery): string {
  return [
    `${shared.length} ${shared.length === 1 ? 'word' : 'words'} in both`,
    dropped.length === 0 ? 'none dropped' : `dropped: ${listText(dropped)}`,
    added.length === 0 ? 'none added' : `added: ${listText(added)}`,
  ].join(' · ');
}

function listText(words: readonly string[]): string {
  const named = words.slice(0, namedWords).join(', ');
  return words.length > namedWords ? `${named} and ${words.length - namedWords} more` : named;
}

export function pairElementId({ id }: Requery): string {
  return `requery-${id}`;
}
