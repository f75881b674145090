import { join } from 'node:path';
import { createEngineClient } from '../engine/engine-client.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import { registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { handleBridge } from './bridge-handlers.ts';
import { createDialogs } from './dialogs.ts';
import type { ElectronModule } from './electron-module.ts';
import { startUtilityEngine } from './engine-process.ts';
import { createExternalLinks } from './external-links.ts';
import { denyPermissions } from './lockdown.ts';
import { menuTemplate } from './menu.ts';
import { findProjectArgument } from './project-argument.ts';
import { createWindows } from './windows.ts';

export interface ShellOptions {
  readonly electron: ElectronModule;
  readonly engineOptions: EngineOptions;
  readonly rendererFolder: string;
  readonly preload: string;
  readonly argv: readonly string[];
  readonly folder: string;
}

/** Runs the desktop app: one instance, its windows, and the engine in a utility process. */
export async function runShell(options: ShellOptions): Promise<void> {
  const { electron, engineOptions } = options;
  const { app, Menu } = electron;
  // Chromium's own files stay apart from ours, in the same folder that every host uses.
  app.setPath('userData', join(engineOptions.dataFolder, 'electron'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  registerAppScheme(electron);

  const externalLinks = createExternalLinks(electron);
  const windows = createWindows({
    electron,
    preload: options.preload,
    icon: join(engineOptions.resourcesFolder, 'icons', 'icon.png'),
    stateFile: join(engineOptions.dataFolder, 'window.json'),
    openExternal: (url) => externalLinks.open(url),
  });
  // macOS may say which file to open before the app is ready.
  const early: string[] = [];
  let ready = false;
  const openProject = (path: string): void => {
    if (ready) windows.send({ type: 'open-project', path });
    else early.push(path);
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openProject(path);
  });
  app.on('second-instance', (_event, argv, folder) => {
    const path = findProjectArgument(argv, folder);
    if (path !== null) openProject(path);
    if (ready) windows.focus();
  });
  app.on('web-contents-created', (_event, contents) => {
    // Whatever is created beside our windows may not exist.
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });

  const asked = findProjectArgument(options.argv, options.folder);
  if (asked !== null) early.push(asked);

  await app.whenReady();
  denyPermissions(electron);
  serveAppScheme(electron, options.rendererFolder);
  const engine = createEngineClient({
    start: (given) => startUtilityEngine(electron, given),
    engineOptions,
  });
  handleBridge({
    electron,
    windows,
    dialogs: createDialogs(electron),
    externalLinks,
    engine: () => engine.engine(),
  });
  const template = menuTemplate(
    { send: (command) => windows.send(command), openWindow: () => windows.open() },
    { platform: process.platform, packaged: app.isPackaged },
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));

  app.on('activate', () => {
    if (windows.count() === 0) windows.open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let closed = false;
  // Not before-quit: a window may still refuse to close and keep the app running.
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void engine.close().finally(() => {
      closed = true;
      app.quit();
    });
  });

  ready = true;
  windows.open();
  for (const path of early) openProject(path);
}
