/** Which built file a request path means, and how it is to be read. */
export interface StaticFile {
  /** Below the renderer's folder, `/` between segments, never leaving it. */
  readonly path: string;
  readonly contentType: string;
  /** Built assets carry a hash in their name and never change; everything else is asked for again. */
  readonly immutable: boolean;
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/**
 * Maps a URL path to a file of the built renderer. A path without an extension is a route of the app and means
 * `index.html`. Null for anything that could leave the folder (dot segments, backslashes, drive letters, NUL,
 * broken escapes) and for types the app does not ship: both are answered with 404.
 */
export function resolveStaticFile(urlPath: string): StaticFile | null {
  const decoded = decode(urlPath);
  if (decoded === null || !decoded.startsWith('/')) return null;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\\:\u0000-\u001f]/.test(decoded)) return null;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('.'))) return null;
  const name = segments.at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  if (dot < 0) return { path: 'index.html', contentType: contentTypes['html'] ?? '', immutable: false };
  const extension = name.slice(dot + 1).toLowerCase();
  const contentType = Object.hasOwn(contentTypes, extension) ? contentTypes[extension] : undefined;
  if (contentType === undefined) return null;
  return { path: segments.join('/'), contentType, immutable: segments[0] === 'assets' };
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
