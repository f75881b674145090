import type { WebContents } from 'electron';
import { appOrigin } from './app-scheme.ts';
import type { ElectronModule } from './electron-module.ts';

/** Denies every permission (camera, notifications, clipboard reading, ...): Flywheel's page uses none. */
export function denyPermissions({ session }: Pick<ElectronModule, 'session'>): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/**
 * Keeps a page where it is: no navigation away from the app, no windows, no webviews. A link that leads elsewhere
 * goes through `openExternal`, which asks.
 */
export function confineContents(
  contents: WebContents,
  openExternal: (url: string) => Promise<unknown>,
): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url);
    return { action: 'deny' };
  });
}

function isAppUrl(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}
