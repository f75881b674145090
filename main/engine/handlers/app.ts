import { listFolder } from '../../services/app/list-folder.ts';
import { readKeysFrom, writeKeysTo } from '../../services/app/key-file.ts';
import { readSettings, updateSettings } from '../../services/app/settings.ts';
import { tryModel } from '../../services/clusters/models/try-model.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createAppHandlers(state: EngineState) {
  const { app } = operations;
  const { host, version, dataFolder } = state.options;
  return {
    info: app.info.handler(() => ({ host, version, platform: process.platform })),
    settings: app.settings.handler(() => readSettings(dataFolder)),
    updateSettings: app.updateSettings.handler(({ input }) => {
      const settings = updateSettings(dataFolder, input);
      state.events.publish({ type: 'changed', areas: ['settings'] });
      return settings;
    }),
    tryModel: app.tryModel.handler(async ({ input }) => unwrap(await tryModel(input.model, dataFolder))),
    readKeys: app.readKeys.handler(async ({ input }) => unwrap(await readKeysFrom(input.path))),
    writeKeys: app.writeKeys.handler(async ({ input }) =>
      unwrap(await writeKeysTo(input.path, readSettings(dataFolder).keys)),
    ),
    folder: app.folder.handler(({ input }) => unwrap(listFolder(input.path))),
  };
}
