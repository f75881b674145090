import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const pieceLength = 1 << 20;

/** Every line of a file, in order, without its line feed; text after the last line feed is none. Throws as `openSync` does. */
export function* fileLines(path: string): Generator<string> {
  const descriptor = openSync(path, 'r');
  try {
    yield* linesOf(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same of an open file, from its beginning. */
export function* linesOf(descriptor: number): Generator<string> {
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
}
