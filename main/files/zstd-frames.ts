/** Cuts Zstandard data at the ends of its frames. */
export interface ZstdFrames {
  /** The data in pieces of which none reaches over the end of a frame; frames that hold no data are left out. */
  readonly push: (chunk: Buffer) => readonly Buffer[];
  /** What is left of a header that never became complete. */
  readonly end: () => Buffer;
}

/** What follows a header: bytes up to the next one, and what that next one is. */
interface Header {
  readonly length: number;
  readonly payload: number;
  readonly isData: boolean;
  readonly next: 'frame' | 'block';
  readonly hasChecksum: boolean;
}

/**
 * Node's decoder ends silently with the first frame unless the next one starts a write of its own. Files of several
 * frames are common: logs that were appended to, and everything that was packed in parallel.
 * Format: https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
export function createZstdFrames(): ZstdFrames {
  let carry: Buffer = Buffer.alloc(0);
  let header: Header = { length: 0, payload: 0, isData: true, next: 'frame', hasChecksum: false };
  let left = 0;
  return {
    push: (chunk) => {
      const data = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
      const pieces: Buffer[] = [];
      let start = 0;
      let at = 0;
      for (;;) {
        const step = Math.min(left, data.length - at);
        at += step;
        left -= step;
        if (!header.isData) start = at;
        if (left > 0) break;
        if (header.next === 'frame' && at > start) {
          pieces.push(data.subarray(start, at));
          start = at;
        }
        const next =
          header.next === 'frame' ? frameHeader(data, at) : blockHeader(data, at, header.hasChecksum);
        if (next === undefined) break;
        header = next;
        left = header.payload;
        at += header.length;
      }
      if (at > start) pieces.push(data.subarray(start, at));
      // A copy: the chunk's memory may be used for the next one.
      carry = Buffer.from(data.subarray(at));
      return pieces;
    },
    end: () => carry,
  };
}

const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a5;

/** Undefined where bytes of it are still to come. */
function frameHeader(data: Buffer, at: number): Header | undefined {
  const rest = data.length - at;
  if (rest < 5) return undefined;
  const magic = data.readUInt32LE(at);
  if (magic >>> 4 === skippableMagic) {
    if (rest < 8) return undefined;
    const payload = data.readUInt32LE(at + 4);
    return { length: 8, payload, isData: false, next: 'frame', hasChecksum: false };
  }
  if (magic !== frameMagic) {
    // Not Zstandard any more: the decoder gets it and says so.
    return { length: 4, payload: Infinity, isData: true, next: 'frame', hasChecksum: false };
  }
  const descriptor = data.readUInt8(at + 4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryId = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const length = 5 + (isSingleSegment ? 0 : 1) + dictionaryId + contentSize;
  if (rest < length) return undefined;
  return { length, payload: 0, isData: true, next: 'block', hasChecksum: (descriptor & 0x04) !== 0 };
}

function blockHeader(data: Buffer, at: number, hasChecksum: boolean): Header | undefined {
  if (data.length - at < 3) return undefined;
  const bits = data.readUIntLE(at, 3);
  const isLast = (bits & 1) === 1;
  const isOneByteRepeated = ((bits >> 1) & 3) === 1;
  const payload = (isOneByteRepeated ? 1 : bits >> 3) + (isLast && hasChecksum ? 4 : 0);
  return { length: 3, payload, isData: true, next: isLast ? 'frame' : 'block', hasChecksum };
}
