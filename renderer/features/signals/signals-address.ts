import { paths } from '../../app/routes.ts';

export const signalTabs = ['catalogue', 'requeries', 'outcomes', 'quality'] as const;
export type SignalTab = (typeof signalTabs)[number];

export const tabNames: Readonly<Record<SignalTab, string>> = {
  catalogue: 'Catalogue',
  requeries: 'Re-queries',
  outcomes: 'Outcomes',
  quality: 'Quality',
};

/** The tab of an address; the catalogue where it names none. */
export function readSignalTab(search: string): SignalTab {
  const named = new URLSearchParams(search).get('tab');
  return signalTabs.find((tab) => tab === named) ?? 'catalogue';
}

export function signalsPath(tab: SignalTab): string {
  return tab === 'catalogue' ? paths.signals : `${paths.signals}?tab=${tab}`;
}
