import { describeFailure, type ExitCode, exitCodes } from './failure.ts';

/** What a command answers: one JSON value for programs, text for people. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode?: ExitCode;
}

export interface CommandContext {
  /** Aborted by Ctrl+C or SIGTERM: the command ends soon, with a consistent file. */
  readonly signal: AbortSignal;
  /** Shows one line of progress where a person looks at stderr; null clears it. */
  progress(line: string | null): void;
}

/** A terminal gives one Ctrl+C to this program and to the one that started it, which passes it on: that is one ask. */
const oneAskMs = 500;

/**
 * Runs one command and prints its answer. With `--json` stdout holds exactly one JSON value, the answer or
 * `{"error":{"code","message"}}`; otherwise answers go to stdout and a failure is one sentence on stderr.
 */
export async function runCommand(
  options: { readonly json?: boolean | undefined },
  command: (context: CommandContext) => Promise<Answer>,
): Promise<void> {
  const stopping = new AbortController();
  let firstAskedAt = 0;
  const stop = (): void => {
    if (!stopping.signal.aborted) {
      firstAskedAt = performance.now();
      stopping.abort();
    } else if (performance.now() - firstAskedAt > oneAskMs) {
      // Asked a second time: end at once. The project file stays consistent; the next opening takes up what is left.
      process.exit(exitCodes.interrupted);
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const interactive = process.stderr.isTTY && !options.json;
  const progress = (line: string | null): void => {
    if (interactive) process.stderr.write(`\r\u001b[K${line ?? ''}`);
  };
  try {
    const answer = await command({ signal: stopping.signal, progress });
    progress(null);
    await print(process.stdout, options.json ? (JSON.stringify(answer.json) ?? '') : answer.text);
    process.exitCode = answer.exitCode ?? exitCodes.done;
  } catch (error) {
    progress(null);
    const { exitCode, ...failure } = describeFailure(error);
    if (options.json) await print(process.stdout, JSON.stringify({ error: failure }));
    else await print(process.stderr, `flywheel: ${failure.message}`);
    process.exitCode = exitCode;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

async function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return;
  await new Promise<void>((resolve) => {
    stream.write(text.endsWith('\n') ? text : `${text}\n`, () => resolve());
  });
}
