/** The bytes of a column of whole numbers as base64: a hundred thousand numbers pass every transport as one text. */
export function packColumn(column: Int16Array | Int32Array): string {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += bytesPerPart) {
    parts.push(encode(bytes.subarray(from, from + bytesPerPart)));
  }
  return parts.join('');
}

/** The column of two bytes a number that was packed. */
export function unpackShort(text: string): Int16Array {
  const { bytes, length } = decode(text);
  return new Int16Array(bytes.buffer, 0, length / 2);
}

/** The column of four bytes a number that was packed. */
export function unpackLong(text: string): Int32Array {
  const { bytes, length } = decode(text);
  return new Int32Array(bytes.buffer, 0, length / 4);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Two signs for each value of twelve bits. */
const pairs = Array.from({ length: 4096 }, (_, value) => signOf(value >> 6) + signOf(value));
const values = new Uint8Array(128);
for (const [value, sign] of Array.from(alphabet).entries()) values[sign.charCodeAt(0)] = value;

/** A multiple of 3, so that only the last part is padded. */
const bytesPerPart = 3 * 8192;

function encode(bytes: Uint8Array): string {
  let text = '';
  const whole = bytes.length - (bytes.length % 3);
  for (let at = 0; at < whole; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += (pairs[group >> 12] ?? '') + (pairs[group & 4095] ?? '');
  }
  if (whole === bytes.length) return text;
  const group = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
  return `${text}${pairs[group >> 12] ?? ''}${whole + 1 < bytes.length ? signOf(group >> 6) : '='}=`;
}

function signOf(group: number): string {
  return alphabet[group & 63] ?? '=';
}

/** @returns the bytes, and how many of them count */
function decode(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3);
  for (let from = 0, at = 0; from < text.length; from += 4, at += 3) {
    const group =
      (valueAt(text, from) << 18) |
      (valueAt(text, from + 1) << 12) |
      (valueAt(text, from + 2) << 6) |
      valueAt(text, from + 3);
    bytes[at] = group >> 16;
    bytes[at + 1] = group >> 8;
    bytes[at + 2] = group;
  }
  return { bytes, length: bytes.length - padding };
}

function valueAt(text: string, at: number): number {
  return values[text.charCodeAt(at)] ?? 0;
}
