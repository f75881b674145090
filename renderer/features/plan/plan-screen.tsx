import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useCommands } from '../../app/key-map.ts';
import { formatPlural } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { CheckTab } from './check-tab.tsx';
import { CodeTab } from './code-tab.tsx';
import { planPath, planTabNames, planTabs, readGap, readPlanTab, type PlanTab } from './plan-address.ts';
import { tabCommands } from './plan-commands.ts';
import styles from './plan.module.css';
import { SignalsTab } from './signals-tab.tsx';
import { usePlan } from './use-plan.ts';

/** What the product is to log: signals by surface, the code that logs them, and whether a file holds them. */
export function PlanScreen() {
  const [, navigate] = useLocation();
  const search = useSearch();
  const tab = readPlanTab(search);
  const plan = usePlan();
  const [openId, setOpenId] = useState<string | null>(null);
  const go = (next: PlanTab) => navigate(planPath(next), { replace: true });
  useCommands('plan', tabCommands(go));

  const gap = readGap(search);
  const taken = useRef<string | null>(null);
  useEffect(() => {
    // The audit sends a gap once, however often this is drawn.
    if (gap === null || taken.current === gap) return;
    taken.current = gap;
    navigate(planPath('signals'), { replace: true });
    const take = async () => {
      const result = await plan.act((client) => client.addFromGap({ gap }), 'Added to the plan');
      const added = result?.added.at(-1);
      if (added !== undefined) setOpenId(added.id);
    };
    void take();
  }, [gap, navigate, plan]);

  const { signals } = plan;
  const verified = signals?.filter(({ status }) => status === 'verified').length ?? 0;
  return (
    <Page
      title="Signal design"
      subtitle={
        signals === undefined || signals.length === 0
          ? 'Which signals to collect, and how'
          : `${formatPlural(signals.length, 'signal')}, ${verified} verified`
      }
      actions={
        <nav className={styles['tabs']} aria-label="Parts of the plan">
          {planTabs.map((one) => (
            <button
              key={one}
              type="button"
              className={styles['tab']}
              aria-current={one === tab ? 'page' : undefined}
              onClick={() => go(one)}
            >
              {planTabNames[one]}
              <KeyHint command={`plan.${one}`} />
            </button>
          ))}
        </nav>
      }
    >
      {plan.problem === null ? null : <Notice tone="error">{plan.problem}</Notice>}
      {signals === undefined ? (
        plan.problem === null ? (
          <p role="status">Opening the plan…</p>
        ) : null
      ) : tab === 'code' ? (
        <CodeTab hasSignals={signals.length > 0} />
      ) : tab === 'check' ? (
        <CheckTab signals={signals} act={plan.act} />
      ) : (
        <SignalsTab plan={plan} signals={signals} openId={openId} onOpen={setOpenId} />
      )}
    </Page>
  );
}
