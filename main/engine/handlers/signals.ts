import { readSignalSettings } from '../../db/tables/signal-settings.ts';
import { saveSignalSettings } from '../../services/signals/save-settings.ts';
import { valuesForItem } from '../../services/signals/values-for-item.ts';
import type { EngineState } from '../engine-state.ts';
import { refreshSignals, runningSignals, signalsRequest } from '../measure-signals.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createSignalsHandlers(state: EngineState) {
  const { signals } = operations;
  const project = () => unwrap(state.requireProject());
  const writable = () => unwrap(state.requireWritable());
  return {
    overview: signals.overview.handler(async ({ signal }) => {
      const open = project();
      refreshSignals(state, open);
      return unwrap(await state.readings.read(open, 'signals', {}, signal));
    }),
    settings: signals.settings.handler(() => readSignalSettings(project().database)),
    saveSettings: signals.saveSettings.handler(({ input: { settings } }) => {
      const open = writable();
      const before = readSignalSettings(open.database).revision;
      const saved = unwrap(saveSignalSettings(open.database, settings, Date.now()));
      if (saved.revision !== before) {
        state.events.publish({ type: 'changed', areas: ['signals'] });
        state.jobs.start(open, signalsRequest(false));
      }
      return saved;
    }),
    recompute: signals.recompute.handler(({ input: { all } }) => {
      const open = writable();
      return (all ? null : runningSignals(state.jobs)) ?? state.jobs.start(open, signalsRequest(all));
    }),
    ofItem: signals.ofItem.handler(({ input: { id } }) => unwrap(valuesForItem(project().database, id))),
  };
}
