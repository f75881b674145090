import { useLocation, useSearch } from 'wouter';
import { useCommands } from '../../app/key-map.ts';
import { Page } from '../../ui/page.tsx';
import { CatalogueTab } from './catalogue/catalogue-tab.tsx';
import { FreshnessLine } from './catalogue/freshness-line.tsx';
import { OutcomesTab } from './outcomes/outcomes-tab.tsx';
import { QualityTab } from './quality/quality-tab.tsx';
import { RequeriesTab } from './requeries/requeries-tab.tsx';
import { SignalTabs } from './signal-tabs.tsx';
import { readSignalTab, type SignalTab, signalsPath } from './signals-address.ts';
import { tabCommands } from './signal-commands.ts';

/** What the log tells of each interaction, how it is read, and what is made of it. */
export function SignalsScreen() {
  const [, navigate] = useLocation();
  const tab = readSignalTab(useSearch());
  const go = (next: SignalTab) => navigate(signalsPath(next), { replace: true });
  useCommands('signals', tabCommands(go));
  return (
    <Page title="Signals" subtitle={<FreshnessLine />} actions={<SignalTabs tab={tab} onTab={go} />}>
      {tab === 'catalogue' ? <CatalogueTab /> : null}
      {tab === 'requeries' ? <RequeriesTab /> : null}
      {tab === 'outcomes' ? <OutcomesTab /> : null}
      {tab === 'quality' ? <QualityTab /> : null}
    </Page>
  );
}
