import { readFile } from 'node:fs/promises';
import { type Change, diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { plural, printable } from '../format.ts';

export interface DiffOptions {
  readonly level: 'word' | 'line';
  readonly ignoreWhitespace?: boolean;
}

/** Compares two text files; exit code 0 whether they differ or not (`changes` tells). Needs no engine. */
export async function diffFiles(a: string, b: string, options: DiffOptions): Promise<Answer> {
  const [from, to] = await Promise.all([readText(a), readText(b)]);
  const diff = diffTexts(from, to, {
    level: options.level,
    ignoreWhitespace: options.ignoreWhitespace ?? false,
  });
  return { json: diff, text: describe(from, diff.changes) };
}

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError)
      throw new UsageError({ code: 'FILE_UNREADABLE', message: `${path} is not UTF-8 text.` });
    throw new UsageError({ code: 'FILE_NOT_FOUND', message: `${path} cannot be read. Check the path.` });
  }
}

/** The first text with `[-removed-]` and `{+added+}`, coloured on a terminal. */
function describe(from: string, changes: readonly Change[]): string {
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
  const removed = (text: string): string => mark(text, '[-', '-]', colour ? 31 : null);
  const added = (text: string): string => mark(text, '{+', '+}', colour ? 32 : null);
  let text = '';
  let at = 0;
  for (const change of changes) {
    text += printable(from.slice(at, change.outputStart)) + removed(change.removed) + added(change.added);
    at = change.outputEnd;
  }
  return `${text}${printable(from.slice(at))}\n\n${plural(changes.length, 'change')}`;
}

function mark(text: string, open: string, close: string, colour: number | null): string {
  if (text === '') return '';
  const marked = `${open}${printable(text)}${close}`;
  return colour === null ? marked : `\u001b[${colour}m${marked}\u001b[39m`;
}
