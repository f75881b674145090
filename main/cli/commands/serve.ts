import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entryUrl } from '../../engine/entry-url.ts';
import type { HostNotice } from '../../engine/host-notice.ts';
import type { Answer, CommandContext } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { toContractError } from '../../../shared/contract/engine-failure.ts';

export interface ServeOptions {
  readonly readOnly?: boolean;
  readonly json?: boolean;
}

/**
 * Runs the loopback host as a program of its own and prints its address as soon as it is ready. Ends with it; an
 * interrupt ends it first.
 */
export async function serve(
  project: string,
  options: ServeOptions,
  context: CommandContext,
): Promise<Answer> {
  const args = [resolve(project), ...(options.readOnly ? ['--read-only'] : [])];
  const host = fork(fileURLToPath(entryUrl('loopback')), args);
  const stop = (): void => {
    host.kill('SIGTERM');
  };
  context.signal.addEventListener('abort', stop);
  let failure: Extract<HostNotice, { type: 'failed' }> | null = null;
  host.on('message', (notice: HostNotice) => {
    if (notice.type === 'failed') failure = notice;
    else if (options.json)
      console.log(JSON.stringify({ address: notice.address, port: notice.port, project: notice.project }));
    else console.log(notice.address);
  });
  const code = await new Promise<number | null>((settle) => {
    host.once('exit', settle);
  });
  if (failure) throw toContractError(failure);
  return { json: undefined, text: '', exitCode: code === 0 ? exitCodes.done : exitCodes.failed };
}
