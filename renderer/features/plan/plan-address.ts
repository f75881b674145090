import { paths } from '../../app/routes.ts';

export const planTabs = ['signals', 'code', 'check'] as const;
export type PlanTab = (typeof planTabs)[number];

export const planTabNames: Readonly<Record<PlanTab, string>> = {
  signals: 'Signals',
  code: 'Code',
  check: 'Check a file',
};

/** The tab of an address; the signals where it names none. */
export function readPlanTab(search: string): PlanTab {
  const named = new URLSearchParams(search).get('tab');
  return planTabs.find((tab) => tab === named) ?? 'signals';
}

export function planPath(tab: PlanTab): string {
  return tab === 'signals' ? paths.plan : `${paths.plan}?tab=${tab}`;
}

/** The gap of the audit that is to be added, where the audit sent one. */
export function readGap(search: string): string | null {
  return new URLSearchParams(search).get('gap');
}
