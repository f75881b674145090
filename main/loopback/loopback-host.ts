import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import type { Client } from '../../shared/contract/contract.ts';
import { toContractError } from '../../shared/contract/engine-failure.ts';
import { rpcPath, tokenKey, uploadPath } from '../../shared/contract/loopback.ts';
import { type Failure, fail } from '../../shared/result/result.ts';
import { securityHeaders } from '../../shared/security/security-headers.ts';
import { createProxyRouter } from '../engine/proxy-router.ts';
import { failureInterceptors } from '../engine/rpc-failures.ts';
import { createClientCount } from './client-count.ts';
import { isAuthorised, isOwnAddress } from './request-guard.ts';
import { sendStaticFile } from './static-files.ts';
import { createUploads, type Uploads } from './uploads.ts';

export interface LoopbackHostOptions {
  /** The engine's client; awaited per call. */
  readonly client: () => Promise<Client>;
  /** Folder of the built page. */
  readonly rendererFolder: string;
  /** Called once when no client has been connected for `idleMs`, after there was one. */
  readonly onIdle?: { readonly idleMs: number; readonly call: () => void };
}

export interface LoopbackHost {
  /** With the token in its fragment. Whoever knows it may do everything. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  close(): Promise<void>;
}

const maxRpcBytes = 32 * 1024 * 1024;

/** Serves page, contract and uploads on a random port of 127.0.0.1 to whoever knows the token. */
export async function createLoopbackHost(options: LoopbackHostOptions): Promise<LoopbackHost> {
  const token = randomBytes(32).toString('base64url');
  const uploads = createUploads();
  const clients = createClientCount(options.onIdle);
  const handler = new RPCHandler(createProxyRouter(options.client), failureInterceptors());
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  // An import's or export's event stream stays open for as long as the job runs.
  server.requestTimeout = 0;
  const port = await listen(server);
  return {
    address: `http://127.0.0.1:${port}/#${tokenKey}=${token}`,
    port,
    token,
    async close() {
      clients.stop();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
      await uploads.remove();
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    try {
      await route(request, response);
    } catch (error) {
      // A client that went away mid-answer is no failure of ours.
      if (response.headersSent || response.destroyed) response.destroy();
      else {
        console.error('[loopback]', error);
        sendFailure(response, 500, {
          code: 'ENGINE_STOPPED',
          message: 'The host could not answer. Try again.',
        });
      }
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnAddress(request.headers, port)) return sendText(response, 403, 'This address is not served.');
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const isRpc = url.pathname.startsWith(`${rpcPath}/`);
    const isUpload = url.pathname === uploadPath;
    if (!isRpc && !isUpload) {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return sendText(response, 405, 'Only GET is served here.');
      return sendStaticFile(options.rendererFolder, url.pathname, request.method, response);
    }
    response.setHeader('cache-control', 'no-store');
    if (request.method !== 'POST') return sendText(response, 405, 'Only POST is served here.');
    if (!isAuthorised(request.headers, token)) return sendFailure(response, 401, notAuthorised);
    if (isUpload) return receiveUpload(uploads, request, response, url.searchParams.get('name') ?? '');
    if (Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) > maxRpcBytes) {
      response.setHeader('connection', 'close');
      return sendFailure(response, 413, tooLarge);
    }
    clients.enter(response);
    await handler.handle(request, response, { prefix: rpcPath, context: {} });
  }
}

const notAuthorised: Failure = {
  code: 'INPUT_INVALID',
  message:
    'This page does not belong to the running Flywheel. Open the address that Flywheel printed when it started.',
};

const tooLarge: Failure = {
  code: 'INPUT_INVALID',
  message: 'The request is larger than 32 MB. Import large texts from a file.',
};

async function receiveUpload(
  uploads: Uploads,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const received =
    name === ''
      ? fail('INPUT_INVALID', 'The upload has no file name.')
      : await uploads.receive(request, name);
  if (!received.ok) {
    response.setHeader('connection', 'close');
    return sendFailure(response, 400, received.error);
  }
  sendJson(response, 200, received.value);
}

/** In the form in which the contract's client reads errors. */
function sendFailure(response: ServerResponse, status: number, failure: Failure): void {
  sendJson(response, status, { json: { ...toContractError(failure).toJSON(), status } });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

async function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The host got no port.'));
      else resolve(address.port);
    });
  });
}
