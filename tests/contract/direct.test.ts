import { createEngine } from '../../main/engine/create-engine.ts';
import { createDirectClient } from '../../main/engine/direct-client.ts';
import { testEngineOptions } from '../support/engine-options.ts';
import { contractSuite } from './contract-suite.ts';

contractSuite('a direct call', async (dataFolder) => {
  const engine = createEngine(testEngineOptions(dataFolder, 'cli'));
  return {
    connect: () => createDirectClient(engine.router),
    close: () => engine.close(),
  };
});
