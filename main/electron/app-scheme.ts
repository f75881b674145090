import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityHeaders } from '../../shared/security/security-headers.ts';
import { resolveStaticFile } from '../../shared/security/static-file.ts';
import type { ElectronModule } from './electron-module.ts';

export const appScheme = 'app';
/** As Chromium writes the origin of our pages. */
export const appOrigin = 'app://flywheel';

/** Makes `app:` a standard, secure scheme. To be called before the app is ready. */
export function registerAppScheme({ protocol }: Pick<ElectronModule, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built page at `app://flywheel/` with the security headers of every host. */
export function serveAppScheme({ protocol }: Pick<ElectronModule, 'protocol'>, folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'flywheel' && request.method === 'GET' ? resolveStaticFile(url.pathname) : null;
    const content = file && (await read(join(folder, ...file.path.split('/'))));
    if (!file || !content) {
      return new Response('There is nothing at this address.', { status: 404, headers: securityHeaders });
    }
    return new Response(content, {
      headers: { ...securityHeaders, 'content-type': file.contentType, 'cache-control': 'no-cache' },
    });
  });
}

/** Electron's `fs` also reads from inside the packaged archive. Null where there is no such file. */
async function read(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}
