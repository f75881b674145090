/* oxlint-disable typescript/no-unsafe-type-assertion -- a client with the one operation that is called */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Client } from '../../shared/contract/contract.ts';
import { createLoopbackHost, type LoopbackHost } from './loopback-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'flywheel-loopback-'));
const page = '<!doctype html><title>Flywheel</title>';
// Only what these tests call; anything else would fail as an operation that the engine does not answer.
const client = { project: { current: async () => null } } as unknown as Client;
let host: LoopbackHost;

beforeAll(async () => {
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(renderer, 'index.html'), page);
  writeFileSync(join(renderer, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '{}');
  host = await createLoopbackHost({ client: async () => client, rendererFolder: renderer });
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A bare request: fetch would tidy up the path and refuse to set Host. */
async function ask({ method = 'GET', path = '/', headers = {}, body = '' }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: host.port, method, path, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function askRpc(headers: Record<string, string>, path = '/rpc/project/current'): Promise<Answer> {
  return ask({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: '{}',
  });
}

const authorised = (): Record<string, string> => ({ 'x-flywheel-token': host.token });

describe('the address', () => {
  test('holds 256 random bits, in the fragment that a browser never sends', () => {
    const url = new URL(host.address);
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.search).toBe('');
    const token = new URLSearchParams(url.hash.slice(1)).get('token') ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });
});

describe('who may ask', () => {
  test('the token opens the contract', async () => {
    expect(await askRpc(authorised())).toMatchObject({ status: 200, body: '{"json":null}' });
  });

  test.each([
    ['no token', {}],
    ['a wrong token', { 'x-flywheel-token': 'A'.repeat(43) }],
    ['a prefix of the token', { 'x-flywheel-token': 'A' }],
  ])('%s is refused', async (_name, headers) => {
    const answer = await askRpc(headers);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatch(/address that Flywheel printed/);
  });

  test('a token in the query is no token', async () => {
    expect((await askRpc({}, `/rpc/project/current?token=${host.token}`)).status).toBe(401);
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost', '[::1]'])(
    'Host %s is refused even with the token (DNS rebinding)',
    async (name) => {
      expect((await askRpc({ ...authorised(), host: name })).status).toBe(403);
      expect((await ask({ headers: { host: name } })).status).toBe(403);
    },
  );

  test('localhost with the port is our own name', async () => {
    expect((await askRpc({ ...authorised(), host: `localhost:${host.port}` })).status).toBe(200);
  });

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'Origin %s is refused even with the token',
    async (origin) => {
      expect((await askRpc({ ...authorised(), origin })).status).toBe(403);
    },
  );

  test('our own origin may ask', async () => {
    expect((await askRpc({ ...authorised(), origin: `http://127.0.0.1:${host.port}` })).status).toBe(200);
  });

  test('a request that the browser calls cross-site is refused', async () => {
    expect((await askRpc({ ...authorised(), 'sec-fetch-site': 'cross-site' })).status).toBe(401);
  });

  test('no answer allows another origin to read it', async () => {
    const preflight = await ask({
      method: 'OPTIONS',
      path: '/rpc/project/current',
      headers: { 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(405);
    for (const answer of [preflight, await askRpc(authorised())]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('only POST reaches the contract', async () => {
    expect((await ask({ path: '/rpc/project/current', headers: authorised() })).status).toBe(405);
  });
});

describe('the page', () => {
  test('comes with a policy that lets nothing else in', async () => {
    const answer = await ask({});
    expect(answer).toMatchObject({ status: 200, body: page });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = answer.headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('routes of the app lead to it, unknown files do not', async () => {
    expect((await ask({ path: '/review/abc' })).body).toBe(page);
    expect((await ask({ path: '/assets/missing.js' })).status).toBe(404);
    expect((await ask({ path: '/assets/main-abc.js' })).headers['content-type']).toBe(
      'text/javascript; charset=utf-8',
    );
  });

  test.each(['/../secret.json', '/%2e%2e/secret.json', '/assets/..%2f..%2fsecret.json', '//../secret.json'])(
    '%s stays inside the folder',
    async (path) => {
      const answer = await ask({ path });
      expect(answer.status).toBe(404);
      expect(answer.body).not.toBe('{}');
    },
  );
});

describe('bodies', () => {
  test('an RPC body of more than 32 MB is refused before it is read', async () => {
    const answer = await ask({
      method: 'POST',
      path: '/rpc/project/current',
      headers: { ...authorised(), 'content-length': String(33 * 1024 * 1024) },
      body: '{',
    }).catch((error: unknown) => error);
    expect(answer).toMatchObject({ status: 413 });
  });

  test('a body that is no JSON is a readable failure', async () => {
    const answer = await ask({
      method: 'POST',
      path: '/rpc/project/current',
      headers: { ...authorised(), 'content-type': 'application/json' },
      body: '{"json":',
    });
    expect(JSON.parse(answer.body)).toMatchObject({ json: { code: 'INPUT_INVALID', defined: true } });
  });

  test('a dropped file is kept under its own name until the host ends', async () => {
    const own = await createLoopbackHost({ client: async () => client, rendererFolder: folder });
    const response = await fetch(
      `http://127.0.0.1:${own.port}/upload?name=${encodeURIComponent('../a b.jsonl')}`,
      {
        method: 'POST',
        headers: { 'x-flywheel-token': own.token },
        body: '{"output":"x"}\n',
      },
    );
    const { path } = (await response.json()) as { path: string };
    expect(basename(path)).toBe('a b.jsonl');
    expect(path.startsWith(tmpdir())).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('{"output":"x"}\n');
    await own.close();
    expect(existsSync(path)).toBe(false);
  });

  test('an upload needs the token', async () => {
    expect((await ask({ method: 'POST', path: '/upload?name=x.jsonl', body: 'x' })).status).toBe(401);
  });
});

describe('idle exit', () => {
  test('is called some time after the last client went, not before there was one', async () => {
    const call = vi.fn();
    const own = await createLoopbackHost({
      client: async () => client,
      rendererFolder: folder,
      onIdle: { idleMs: 60, call },
    });
    await setTimeout(120);
    expect(call).not.toHaveBeenCalled();
    await fetch(`http://127.0.0.1:${own.port}/rpc/project/current`, {
      method: 'POST',
      headers: { 'x-flywheel-token': own.token },
    });
    expect(call).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(call).toHaveBeenCalledOnce());
    await own.close();
  });
});
