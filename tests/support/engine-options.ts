import type { EngineOptions } from '../../main/engine/engine-options.ts';
import { resourcesFolder } from '../../main/engine/app-folders.ts';

/** An engine whose settings and recent projects stay in `dataFolder`. */
export function testEngineOptions(
  dataFolder: string,
  host: EngineOptions['host'] = 'loopback',
): EngineOptions {
  return { host, version: '0.0.0-test', dataFolder, resourcesFolder: resourcesFolder() };
}
