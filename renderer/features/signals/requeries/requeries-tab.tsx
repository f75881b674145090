import { useState } from 'react';
import type { Requery } from '../../../../shared/contract/signal-operations.ts';
import { useCommands } from '../../../app/key-map.ts';
import { failureOf } from '../../../api/failure.ts';
import { Button } from '../../../ui/button.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { focusSignalSettings } from '../focus-signal-settings.ts';
import { requeryCommands } from '../signal-commands.ts';
import { useSignalsJob } from '../use-signals-job.ts';
import { useSignalSettings } from '../use-signal-settings.ts';
import { PairCard, pairElementId } from './pair-card.tsx';
import styles from './requeries.module.css';
import { TuningPanel } from './tuning-panel.tsx';
import { tuningFigures } from './tuning.ts';
import {
  type ShownPairs,
  shownPairs,
  useRequeryCounts,
  useRequeryPairs,
  type Verdict,
} from './use-requeries.ts';
import { useVerdicts } from './use-verdicts.ts';

const shownNames: Readonly<Record<ShownPairs, string>> = {
  unjudged: 'Not judged yet',
  found: 'Found by the settings',
  judged: 'Judged',
  all: 'All',
};

/** Pairs of inputs that may ask the same, to be judged by one key each, while precision follows the settings. */
export function RequeriesTab() {
  const { draft, change, save, canSave, error } = useSignalSettings();
  const [show, setShow] = useState<ShownPairs>('unjudged');
  const [openId, setOpenId] = useState<string | null>(null);
  const settings = draft?.requery;
  const counted = useRequeryCounts(useSettled(settings, 300));
  const counts = counted.data;
  const {
    pairs = [],
    askAgain,
    showVerdict,
    ...listed
  } = useRequeryPairs(show, settings, counts?.candidates);
  const { judge, failure } = useVerdicts(showVerdict);
  const open = pairs.find(({ id }) => id === openId) ?? pairs[0];

  const goTo = (pair: Requery | undefined) => {
    if (pair === undefined) return;
    setOpenId(pair.id);
    document.getElementById(pairElementId(pair))?.focus();
  };
  const step = (steps: number) => {
    if (open !== undefined) goTo(pairs[pairs.indexOf(open) + steps]);
  };
  const say = (verdict: Verdict) => {
    if (open !== undefined && judge(open, verdict) && verdict !== null) step(1);
  };
  useCommands(
    'requeries',
    requeryCommands({
      next: () => step(1),
      previous: () => step(-1),
      yes: () => say('yes'),
      no: () => say('no'),
      takeBack: () => say(null),
      more: askAgain,
      settings: focusSignalSettings,
      save,
      hasPairs: open !== undefined,
      canTakeBack: open !== undefined && open.verdict !== null,
      canSave,
    }),
  );

  const problem = error ?? counted.error ?? listed.error;
  if (problem !== null) return <Notice tone="error">{failureOf(problem).message}</Notice>;
  if (settings === undefined) return <p role="status">Reading the settings…</p>;
  return (
    <>
      <TuningPanel
        settings={settings}
        figures={tuningFigures(counts?.judged ?? [], settings)}
        counts={counts === undefined ? null : { ...counts, judged: counts.judged.length }}
        canSave={canSave}
        onChange={(requery) => change({ requery })}
        onSave={save}
      />
      {failure === null ? null : <Notice tone="error">{failure}</Notice>}
      <section className={styles['list']} aria-label="Pairs">
        <div className={styles['listHead']}>
          <Select
            label="Pairs"
            isLabelHidden
            options={shownPairs.map((value) => ({ value, name: shownNames[value] }))}
            value={show}
            onChange={(next) => {
              setShow(next);
              setOpenId(null);
            }}
          />
          <span className={styles['detail']}>
            {pairs.length === 0
              ? ''
              : `${formatPlural(pairs.length, 'pair')}, those nearest to the border of the settings first`}
          </span>
          <div className={styles['judging']}>
            <Button command="signals.yes" isDisabled={open === undefined} onPress={() => say('yes')}>
              Asks again
            </Button>
            <Button command="signals.no" isDisabled={open === undefined} onPress={() => say('no')}>
              Does not
            </Button>
            <Button command="signals.more" onPress={askAgain}>
              Next pairs
            </Button>
          </div>
        </div>
        {listed.isLoading ? <p role="status">Looking for pairs…</p> : null}
        {!listed.isLoading && pairs.length === 0 ? (
          <NoPairs show={show} all={counts?.candidates ?? 0} />
        ) : null}
        <ol className={styles['pairs']}>
          {pairs.map((pair) => (
            <PairCard
              key={`${pair.id} ${pair.earlierId}`}
              pair={pair}
              settings={settings}
              isOpen={pair === open}
              onOpen={() => setOpenId(pair.id)}
            />
          ))}
        </ol>
      </section>
    </>
  );
}

/** @param all pairs that there are, whatever the list shows */
function NoPairs({ show, all }: { readonly show: ShownPairs; readonly all: number }) {
  const isRunning = useSignalsJob() !== undefined;
  if (all === 0 && isRunning) return <p role="status">Inputs are compared; pairs come when that is done.</p>;
  if (all === 0)
    return (
      <p>
        No two inputs of a session or user are alike. Re-queries need the session or the user of interactions:
        map one of them when you import, then work out the signals.
      </p>
    );
  if (show === 'unjudged') return <p>Every pair is judged. Choose another list to look at them again.</p>;
  if (show === 'judged') return <p>Nothing is judged yet. Choose “Not judged yet” and press y or n.</p>;
  return <p>These settings find nothing. Lower the least likeness, or widen the window.</p>;
}
