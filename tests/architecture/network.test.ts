import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const files = ['shared', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(?:c?ts|tsx|cjs)$/.test(name) && !/\.test\.tsx?$/.test(name)),
);

/** What speaks to another computer. Listening on 127.0.0.1 is the loopback host's, and calls to it the renderer's transport. */
const speaking =
  /\bfetch\(|from 'node:(?:https|http2|tls|dgram|net)'|new (?:WebSocket|XMLHttpRequest|EventSource)\b/;

describe('the network', () => {
  it('is reached by a model service that the user turned on, and by the start that looks for Electron, only', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((name) => speaking.test(readFileSync(join(root, name), 'utf8'))).toSorted()).toEqual([
      'main/services/clusters/models/ask-service.ts',
      'main/start/electron-binary.ts',
      // A file that is uploaded to the loopback host; the page's policy lets it speak to its own origin only.
      'renderer/api/upload-file.ts',
    ]);
  });
});
