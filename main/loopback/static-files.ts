import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { resolveStaticFile } from '../../shared/security/static-file.ts';

/** Answers GET and HEAD with a file of the built renderer, or 404. */
export async function sendStaticFile(
  folder: string,
  pathname: string,
  method: string,
  response: ServerResponse,
): Promise<void> {
  const file = resolveStaticFile(pathname);
  const path = file && join(folder, ...file.path.split('/'));
  const size = path ? await fileSize(path) : null;
  if (!file || !path || size === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('There is nothing at this address.');
    return;
  }
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': size,
    'cache-control': file.immutable ? 'max-age=31536000, immutable' : 'no-cache',
  });
  if (method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}

async function fileSize(path: string): Promise<number | null> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? stats.size : null;
  } catch {
    return null;
  }
}
