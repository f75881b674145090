/** What a change is made of, as numbers: terms ascending, each once, with its weight. */
export interface SparseVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** A vector that is read into again and again, so that none is made per change. */
export interface VectorScratch {
  terms: Uint32Array;
  weights: Float32Array;
  length: number;
}

export function createVectorScratch(): VectorScratch {
  return { terms: new Uint32Array(256), weights: new Float32Array(256), length: 0 };
}

const counts = 0;
const floats = 1;
const dense = 2;

/**
 * A vector as bytes, to be stored: distances between terms as numbers of variable length, and each weight in one byte
 * where all are whole numbers to 255, else as a float. One whose terms are 0, 1, 2 and so on, as a model gives them, is
 * kept in one signed byte a weight, which is as near as vectors of models need.
 */
export function packVector(vector: SparseVector): Uint8Array {
  if (isDense(vector)) return packDense(vector.weights);
  const isCounts = vector.weights.every((weight) => weight >= 1 && weight <= 255 && Number.isInteger(weight));
  const bytes = new Uint8Array(1 + vector.terms.length * (isCounts ? 6 : 9));
  const view = new DataView(bytes.buffer);
  bytes[0] = isCounts ? counts : floats;
  let at = 1;
  let previous = 0;
  for (let index = 0; index < vector.terms.length; index++) {
    const term = vector.terms[index] ?? 0;
    for (let rest = term - previous; ; rest >>>= 7) {
      bytes[at++] = rest > 127 ? (rest & 127) | 128 : rest;
      if (rest <= 127) break;
    }
    previous = term;
    const weight = vector.weights[index] ?? 0;
    if (isCounts) bytes[at++] = weight;
    else {
      view.setFloat32(at, weight, true);
      at += 4;
    }
  }
  return bytes.slice(0, at);
}

export function unpackVector(bytes: Uint8Array): SparseVector {
  const scratch = createVectorScratch();
  readVector(bytes, 0, bytes.length, scratch);
  return {
    terms: scratch.terms.slice(0, scratch.length),
    weights: scratch.weights.slice(0, scratch.length),
  };
}

/** Reads the packed vector between two places of some bytes. */
export function readVector(bytes: Uint8Array, start: number, end: number, into: VectorScratch): void {
  makeRoom(into, end - start);
  const kind = bytes[start];
  if (kind === dense) readDense(bytes, start + 1, end, into);
  else readSparse(bytes, start + 1, end, kind === counts, into);
}

function makeRoom(scratch: VectorScratch, length: number): void {
  if (scratch.terms.length >= length) return;
  scratch.terms = new Uint32Array(length * 2);
  scratch.weights = new Float32Array(length * 2);
}

function readSparse(
  bytes: Uint8Array,
  start: number,
  end: number,
  isCounts: boolean,
  into: VectorScratch,
): void {
  const { terms, weights } = into;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let length = 0;
  let term = 0;
  for (let at = start; at < end; length++) {
    let byte = bytes[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      step += (byte & 127) * 2 ** shift;
    }
    term += step;
    terms[length] = term;
    weights[length] = isCounts ? (bytes[at] ?? 0) : view.getFloat32(at, true);
    at += isCounts ? 1 : 4;
  }
  into.length = length;
}

/** From this length on terms without a gap are a model's; a lexical vector never has so many next to each other. */
const leastDense = 16;

function isDense({ terms }: SparseVector): boolean {
  return terms.length >= leastDense && terms[0] === 0 && terms.at(-1) === terms.length - 1;
}

function packDense(weights: Float32Array): Uint8Array {
  const most = weights.reduce((found, weight) => Math.max(found, Math.abs(weight)), 0);
  const scale = most === 0 ? 1 : most / 127;
  const bytes = new Uint8Array(5 + weights.length);
  bytes[0] = dense;
  new DataView(bytes.buffer).setFloat32(1, scale, true);
  for (let index = 0; index < weights.length; index++)
    bytes[5 + index] = Math.round((weights[index] ?? 0) / scale) & 255;
  return bytes;
}

function readDense(bytes: Uint8Array, start: number, end: number, into: VectorScratch): void {
  const scale = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat32(start, true);
  const length = end - start - 4;
  for (let index = 0; index < length; index++) {
    into.terms[index] = index;
    into.weights[index] = (((bytes[start + 4 + index] ?? 0) << 24) >> 24) * scale;
  }
  into.length = length;
}
