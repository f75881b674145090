import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import type { SetFile } from '../file-set.ts';
import type { RowSink } from './row-sink.ts';

/** Text that is compressed at once. Members (frames) that follow each other are one file to every reader. */
const pieceLength = 1 << 22;

export function createCompressedSink(method: 'gzip' | 'zstd', file: SetFile): RowSink {
  const compress = method === 'gzip' ? gzip : zstd;
  let waiting: string[] = [];
  let waitingLength = 0;
  const flush = (): void => {
    if (waiting.length === 0) return;
    file.write(compress(waiting.join('')));
    waiting = [];
    waitingLength = 0;
  };
  return {
    add: (line) => {
      waiting.push(line);
      waitingLength += line.length;
      if (waitingLength >= pieceLength) flush();
    },
    finish: () => {
      flush();
      return [];
    },
  };
}

/** Byte 9 of a gzip header names the operating system; 255 says "unknown", so that all write the same. */
const osByte = 9;
const unknownOs = 255;

function gzip(text: string): Uint8Array {
  const bytes = gzipSync(text, { level: 6 });
  bytes[osByte] = unknownOs;
  return bytes;
}

function zstd(text: string): Uint8Array {
  return zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}
