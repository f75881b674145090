import { startEngineThread } from '../../main/engine/engine-thread.ts';
import { testEngineOptions } from '../support/engine-options.ts';
import { contractSuite } from './contract-suite.ts';

contractSuite('a MessagePort', async (dataFolder) => {
  const engine = await startEngineThread(testEngineOptions(dataFolder));
  return {
    connect: () => engine.connect().client,
    kill: () => engine.kill(),
    close: () => engine.close(2_000),
  };
});
