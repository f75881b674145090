import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** A tool of node_modules that ended with another code than 0, with what it printed. */
export class ToolError extends Error {
  readonly output: string;

  constructor(message: string, output: string) {
    super(message);
    this.output = output;
  }
}

/** Runs a tool of node_modules with this Node; resolves to what it printed, rejects with a {@link ToolError} when it fails. */
export async function runTool(tool: string, args: readonly string[]): Promise<string> {
  const binaries = join(root, 'node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const child = spawn(join(binaries, process.platform === 'win32' ? `${tool}.cmd` : tool), args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${binaries}${separator}${process.env['PATH'] ?? ''}`,
      // Tests start hundreds of threads and programs, each of which would compile the same sources anew.
      NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((settle, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => {
      if (code === 0) settle(output);
      else refuse(new ToolError(`${tool} ended with ${code}.`, output));
    });
  });
}
