/** Whole numbers of one column, four bytes each, as base64: a hundred thousand numbers pass every transport as one text. */
export function packColumn(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(Int32Array.from(values).buffer);
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += bytesPerPart) {
    parts.push(encode(bytes.subarray(from, from + bytesPerPart)));
  }
  return parts.join('');
}

/** The numbers that `packColumn` packed. */
export function unpackColumn(text: string): Int32Array {
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
  return new Int32Array(bytes.buffer, 0, (bytes.length - padding) / 4);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(alphabet, (sign) => sign.charCodeAt(0));
const values = new Uint8Array(128);
for (const [value, code] of codes.entries()) values[code] = value;

/** A multiple of 3, so that only the last part is padded. */
const bytesPerPart = 3 * 8192;

function encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += signOf(group >> 18) + signOf(group >> 12);
    text += at + 1 < bytes.length ? signOf(group >> 6) : '=';
    text += at + 2 < bytes.length ? signOf(group) : '=';
  }
  return text;
}

function signOf(group: number): string {
  return alphabet[group & 63] ?? '=';
}

function valueAt(text: string, at: number): number {
  return values[text.charCodeAt(at)] ?? 0;
}
