import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { linesOf } from './file-lines.ts';

/** Lines that wait on disk until all of them are known. */
export interface Scratch {
  /** Adds a line, line feed included. */
  readonly write: (line: string) => void;
  /** Every line so far, in order, without its line feed. */
  readonly lines: () => Generator<string>;
  readonly remove: () => void;
}

const pieceLength = 1 << 20;

export function createScratch(path: string): Scratch {
  const descriptor = openSync(path, 'wx+');
  let waiting: string[] = [];
  let waitingLength = 0;
  const flush = (): void => {
    const piece = Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    waitingLength = 0;
    for (let written = 0; written < piece.length;) written += writeSync(descriptor, piece, written);
  };
  return {
    write: (line) => {
      waiting.push(line);
      waitingLength += line.length;
      if (waitingLength >= pieceLength) flush();
    },
    lines: function* lines() {
      flush();
      yield* linesOf(descriptor);
    },
    remove: () => {
      closeSync(descriptor);
      rmSync(path, { force: true });
    },
  };
}
