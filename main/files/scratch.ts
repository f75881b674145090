import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

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
      const buffer = Buffer.allocUnsafe(pieceLength);
      const decoder = new StringDecoder('utf8');
      let rest = '';
      let position = 0;
      for (;;) {
        const read = readSync(descriptor, buffer, 0, buffer.length, position);
        if (read === 0) return;
        position += read;
        const parts = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
        rest = parts.pop() ?? '';
        yield* parts;
      }
    },
    remove: () => {
      closeSync(descriptor);
      rmSync(path, { force: true });
    },
  };
}
