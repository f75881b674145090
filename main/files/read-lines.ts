import { StringDecoder } from 'node:string_decoder';
import { detectEncoding } from './detect-encoding.ts';
import { openByteSource } from './byte-source.ts';
import { FileError } from './file-error.ts';
import { readStart } from './read-start.ts';

export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Reads the lines of a plain text, packed or not, in batches. Throws a FileError where the file cannot be read. */
export async function* readLines(path: string): AsyncGenerator<readonly TextLine[]> {
  const start = await readStart(path);
  if (!start.ok) throw new FileError(start.error);
  const { bytes, compression } = start.value;
  const source = openByteSource(path, { compression, encoding: detectEncoding(bytes).encoding });
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  for await (const chunk of source.chunks) {
    const texts = `${rest}${decoder.write(chunk)}`.split('\n');
    rest = texts.pop() ?? '';
    yield texts.map((text) => ({ line: ++line, text }));
  }
  yield [{ line: ++line, text: rest + decoder.end() }];
}
