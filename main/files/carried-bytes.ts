import { maxRejectRawBytes } from './row-batch.ts';

/**
 * The bytes of a row that is spread over several chunks. Past the limit only its start is kept and the rest counted,
 * so that a row of any size costs no more memory than the limit.
 */
export interface CarriedBytes {
  readonly add: (bytes: Buffer) => void;
  readonly size: () => number;
  readonly isOverLimit: () => boolean;
  /** The carried bytes, or their start where they are over the limit. Empties the carrier. */
  readonly take: () => Buffer;
}

export function createCarriedBytes(limit: number): CarriedBytes {
  let pieces: Buffer[] = [];
  let size = 0;
  let isOver = false;
  return {
    add: (bytes) => {
      const before = size;
      size += bytes.length;
      // The chunk's memory is reused for the next one, hence the copies.
      if (size <= limit || (isOver && before < maxRejectRawBytes)) pieces.push(Buffer.from(bytes));
      else if (!isOver)
        pieces = [Buffer.from(Buffer.concat([...pieces, bytes]).subarray(0, maxRejectRawBytes))];
      isOver = size > limit;
    },
    size: () => size,
    isOverLimit: () => isOver,
    take: () => {
      const [only] = pieces;
      const bytes = pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
      pieces = [];
      size = 0;
      isOver = false;
      return bytes;
    },
  };
}
