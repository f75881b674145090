/** A JSON value with its text as it was written: no number loses digits, no string its escapes. */
export type JsonTree =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly JsonTree[] }
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] };

export interface JsonMember {
  /** With its quotes and escapes. */
  readonly keyText: string;
  readonly key: string;
  readonly value: JsonTree;
}

/** Deeper values are left as text. */
const deepest = 200;

/** The tree of a text that is a JSON object or list, also inside one Markdown fence; null for any other text. */
export function readJsonTree(text: string): JsonTree | null {
  const json = withoutFence(text).trim();
  if (!/^[{[]/.test(json)) return null;
  try {
    JSON.parse(json);
  } catch {
    return null;
  }
  return new TreeReader(json).read(0);
}

/** The inside of a text that is one fenced block and nothing else; else the text itself. */
function withoutFence(text: string): string {
  return /^\s*```[\w-]*\r?\n(?<inside>[^]*?)\r?\n```\s*$/.exec(text)?.groups?.['inside'] ?? text;
}

/** Reads what `JSON.parse` has already accepted, so that it need not look for mistakes. */
class TreeReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(depth: number): JsonTree | null {
    if (depth > deepest) return null;
    const first = this.#peek();
    if (first === '{') return this.#readObject(depth);
    if (first === '[') return this.#readList(depth);
    return { kind: 'scalar', text: first === '"' ? this.#take(stringText) : this.#take(plainText) };
  }

  #readObject(depth: number): JsonTree | null {
    const members: JsonMember[] = [];
    this.#position++;
    while (this.#peek() !== '}') {
      const keyText = this.#take(stringText);
      this.#peek();
      this.#position++;
      const value = this.read(depth + 1);
      if (value === null) return null;
      members.push({ keyText, key: decoded(keyText), value });
      if (this.#peek() === ',') this.#position++;
    }
    this.#position++;
    return { kind: 'object', members };
  }

  #readList(depth: number): JsonTree | null {
    const items: JsonTree[] = [];
    this.#position++;
    while (this.#peek() !== ']') {
      const item = this.read(depth + 1);
      if (item === null) return null;
      items.push(item);
      if (this.#peek() === ',') this.#position++;
    }
    this.#position++;
    return { kind: 'list', items };
  }

  /** The next character that is no whitespace. */
  #peek(): string {
    while (/\s/.test(this.#text.charAt(this.#position))) this.#position++;
    return this.#text.charAt(this.#position);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const [found] = pattern.exec(this.#text) ?? [this.#text.charAt(this.#position)];
    this.#position += Math.max(1, found.length);
    return found;
  }
}

const stringText = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const plainText = /[^\s,\]}]+/y;

/** The value of a JSON string; the text itself for anything else. */
export function decoded(text: string): string {
  if (!text.startsWith('"')) return text;
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' ? value : text;
}
