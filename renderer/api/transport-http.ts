import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Client } from '../../shared/contract/contract.ts';
import { engineUnreachable, toContractError } from '../../shared/contract/engine-failure.ts';
import { guardEventIterator, isEventIterator } from '../../shared/contract/event-iterator.ts';
import { rpcPath, tokenHeader, uploadPath, type UploadAnswer } from '../../shared/contract/loopback.ts';

export interface HttpTransport {
  readonly client: Client;
  /** Copies a dropped file to the host; resolves to its path there. Rejects with the host's sentence. */
  upload(file: File, signal?: AbortSignal): Promise<string>;
}

/** The contract over the loopback host's HTTP. `origin` is the host's address without path, `token` the one it made. */
export function connectHttp(origin: string, token: string): HttpTransport {
  const headers = { [tokenHeader]: token };
  const link = new RPCLink({
    url: `${origin}${rpcPath}`,
    headers,
    interceptors: [
      async (options) => {
        const explain = (error: unknown): unknown =>
          options.signal?.aborted ? error : explainTransport(error);
        try {
          const output: unknown = await options.next();
          return isEventIterator(output) ? guardEventIterator(output, explain) : output;
        } catch (error) {
          throw explain(error);
        }
      },
    ],
  });
  return {
    client: createORPCClient(link),
    async upload(file, signal) {
      const url = `${origin}${uploadPath}?name=${encodeURIComponent(file.name)}`;
      const request = { method: 'POST', headers, body: file, ...(signal ? { signal } : {}) };
      const response = await fetch(url, request).catch((error: unknown) => {
        throw signal?.aborted ? error : toContractError(engineUnreachable);
      });
      const answer: unknown = await response.json();
      if (isUploadAnswer(answer)) return answer.path;
      throw readFailure(answer);
    },
  };
}

/** fetch rejects with a bare TypeError when nobody answers, and a stream breaks off when the host ends. */
function explainTransport(error: unknown): unknown {
  return error instanceof ORPCError ? error : toContractError(engineUnreachable);
}

function isUploadAnswer(value: unknown): value is UploadAnswer {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

function readFailure(answer: unknown): Error {
  const json: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'json') : null;
  const message: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'message') : null;
  return typeof message === 'string'
    ? toContractError({ code: 'FILE_UNREADABLE', message })
    : toContractError(engineUnreachable);
}
