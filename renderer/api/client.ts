import type { Client } from '../../shared/contract/contract.ts';
import type { HostBridge } from '../../shared/contract/host-bridge.ts';
import { tokenKey } from '../../shared/contract/loopback.ts';
import { connectHttp } from './transport-http.ts';
import type { UploadOptions } from './upload-file.ts';
import { connectBridge } from './transport-port.ts';

/** What the page needs of whichever host it runs in. */
export interface Connection {
  readonly client: Client;
  /** Native dialogs and window commands; null in a browser, where the app uses its own file dialog. */
  readonly bridge: HostBridge | null;
  /** Path of a dropped file as the engine can read it. In a browser the file is copied to the host first. */
  pathOfFile(file: File, options?: UploadOptions): Promise<string>;
}

declare global {
  interface Window {
    readonly flywheel?: HostBridge;
  }
}

const storageKey = 'flywheel.token';

/**
 * Connects to the engine: by the Electron shell's port where the preload offers one, else by HTTP with the token
 * of the address. The token is kept for this tab (a reload works) and taken out of the address bar. Null when the
 * page was opened without one: then only the address that the host printed helps.
 */
export function connectClient(page: Window = window): Connection | null {
  const bridge = page.flywheel;
  if (bridge) {
    return {
      ...connectBridge(bridge, page),
      bridge,
      pathOfFile: async (file) => bridge.pathOfFile(file),
    };
  }
  const token = takeToken(page);
  if (token === null) return null;
  const transport = connectHttp(page.location.origin, token);
  return {
    client: transport.client,
    bridge: null,
    pathOfFile: async (file, options) => transport.upload(file, options),
  };
}

function takeToken(page: Window): string | null {
  const fragment = new URLSearchParams(page.location.hash.slice(1));
  const given = fragment.get(tokenKey);
  if (given === null) return page.sessionStorage.getItem(storageKey);
  page.sessionStorage.setItem(storageKey, given);
  page.history.replaceState(page.history.state, '', page.location.pathname + page.location.search);
  return given;
}
