import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { Client } from '../../shared/contract/contract.ts';
import { engineUnreachable, toContractError } from '../../shared/contract/engine-failure.ts';
import { guardEventIterator, isEventIterator } from '../../shared/contract/event-iterator.ts';
import { rpcPath, tokenHeader } from '../../shared/contract/loopback.ts';
import { uploadFile, type UploadOptions } from './upload-file.ts';

export interface HttpTransport {
  readonly client: Client;
  /** Copies a dropped file to the host; resolves to its path there. Rejects with the host's sentence. */
  upload(file: File, options?: UploadOptions): Promise<string>;
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
    upload: async (file, options) => uploadFile(origin, headers, file, options),
  };
}

/** fetch rejects with a bare TypeError when nobody answers, and a stream breaks off when the host ends. */
function explainTransport(error: unknown): unknown {
  return error instanceof ORPCError ? error : toContractError(engineUnreachable);
}
