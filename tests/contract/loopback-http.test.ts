import { createEngineClient } from '../../main/engine/engine-client.ts';
import { startEngineThread } from '../../main/engine/engine-thread.ts';
import { createLoopbackHost } from '../../main/loopback/loopback-host.ts';
import { connectHttp } from '../../renderer/api/transport-http.ts';
import { testEngineOptions } from '../support/engine-options.ts';
import { contractSuite } from './contract-suite.ts';

contractSuite('HTTP of the loopback host', async (dataFolder) => {
  const engine = createEngineClient({
    start: startEngineThread,
    engineOptions: testEngineOptions(dataFolder),
  });
  const host = await createLoopbackHost({ client: () => engine.client(), rendererFolder: dataFolder });
  return {
    connect: () => connectHttp(`http://127.0.0.1:${host.port}`, host.token).client,
    kill: async () => (await engine.engine()).kill(),
    async close() {
      await host.close();
      await engine.close();
    },
  };
});
