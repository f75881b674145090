import { fileURLToPath } from 'node:url';
import * as electron from 'electron';
import { appVersion, dataFolder, rendererFolder, resourcesFolder } from '../engine/app-folders.ts';
import { appRootUrl } from '../engine/entry-url.ts';
import { runShell } from './shell.ts';

// Not awaited: Electron becomes ready only after this module has been evaluated.
void runShell({
  electron,
  engineOptions: {
    host: 'electron',
    version: appVersion(),
    dataFolder: dataFolder(),
    resourcesFolder: resourcesFolder(),
  },
  rendererFolder: rendererFolder(),
  preload: fileURLToPath(new URL('dist/preload/preload.cjs', appRootUrl())),
  argv: process.argv,
  folder: process.cwd(),
});
