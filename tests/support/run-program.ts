import { type ChildProcess, spawn } from 'node:child_process';

export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly environment?: NodeJS.ProcessEnv;
  readonly folder?: string;
  /** Gives the program a process group of its own, as a terminal does. */
  readonly ownGroup?: boolean;
  /** Kills the program and fails after this long. Default 60 s. */
  readonly limitMs?: number;
}

/** Runs a program to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  return startProgram(program, args, options).ended;
}

export interface RunningProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<ProgramResult>;
  /** The first line on stdout that matches. */
  line(pattern: RegExp): Promise<string>;
}

/** Starts a program that is to be watched or ended by the test. */
export function startProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): RunningProgram {
  const child = spawn(program, args, {
    cwd: options.folder,
    env: options.environment ?? process.env,
    detached: options.ownGroup ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const limit = options.limitMs ?? 60_000;
  const ended = new Promise<ProgramResult>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${program} ${args.join(' ')} did not end within ${limit} ms.\n${stdout}\n${stderr}`));
    }, limit);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
  return {
    child,
    ended,
    line: async (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = stdout.split('\n').find((text) => pattern.test(text));
          if (found !== undefined) resolve(found);
        };
        child.stdout.on('data', look);
        look();
        ended.then(
          () => reject(new Error(`It ended without a line like ${pattern}.\n${stdout}\n${stderr}`)),
          reject,
        );
      }),
  };
}
