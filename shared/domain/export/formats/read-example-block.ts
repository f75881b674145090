import { rowError, type RowFinding } from '../row-finding.ts';
import {
  type ExampleDraft,
  exampleOf,
  lineCounter,
  noExamples,
  type PartName,
  type ReadExample,
  type ReadExamples,
} from './read-examples.ts';

const partTags: Readonly<Record<string, PartName>> = {
  input: 'input',
  output: 'output',
  bad_output: 'bad',
  why_bad: 'why',
  good_output: 'good',
};

const anyTag = /<(?<slash>\/?)\s*(?<name>examples?|input|output|bad_output|why_bad|good_output)\b[^<>]*>/giu;

/** A tag that was written as text. */
const escapedTag = /&lt;(?=\s*\/?\s*(?:examples?|input|output|bad_output|why_bad|good_output)\b)/giu;

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly start: number;
  readonly end: number;
}

/** Reads an <examples> block, wherever it stands in a prompt. */
export function readExampleBlock(text: string): ReadExamples {
  const reader = new BlockReader(text);
  for (const { 0: tag, index, groups } of text.matchAll(anyTag)) {
    const name = groups?.['name']?.toLowerCase() ?? '';
    reader.read({ name, closes: groups?.['slash'] === '/', start: index, end: index + tag.length });
  }
  return reader.finish();
}

class BlockReader {
  readonly #text: string;
  readonly #lineOf: (index: number) => number;
  readonly #examples: ReadExample[] = [];
  readonly #findings: { readonly line: number; readonly finding: RowFinding }[] = [];
  #block: 'before' | 'in' | 'after' = 'before';
  #example: ExampleDraft | null = null;
  #part: { readonly tag: string; readonly from: number } | null = null;
  /** Where the tag before ends. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lineOf = lineCounter(text);
  }

  read(tag: Tag): void {
    if (this.#part !== null) this.#readInPart(tag, this.#part);
    else if (this.#example === null) this.#readInBlock(tag);
    else this.#readInExample(tag);
  }

  finish(): ReadExamples {
    this.#closePart();
    this.#closeExample(this.#text.length, false);
    if (this.#block === 'in') this.#note(this.#text.length, unclosed('examples'));
    if (this.#examples.length === 0) this.#findings.push({ line: 1, finding: noExamples });
    return { examples: this.#examples, findings: this.#findings };
  }

  #readInPart(tag: Tag, part: { readonly tag: string; readonly from: number }): void {
    // Only counter-examples have these tags, so that a text of another may hold them.
    if (isCounterTag(tag.name) && !isCounterTag(part.tag)) return;
    if (tag.closes && tag.name === part.tag) {
      this.#setPart(part, tag.start);
      this.#part = null;
      this.#last = tag.end;
      return;
    }
    if (tag.name === 'example' || tag.name === 'examples') {
      this.#closePart();
      this.#last = tag.start;
      this.#readInExample(tag);
      return;
    }
    this.#example?.findings.push(rowError('stray_tag', `${written(tag)} stands inside of <${part.tag}>.`));
  }

  #readInExample(tag: Tag): void {
    const example = this.#example;
    if (example === null) return;
    if (/\S/u.test(this.#text.slice(this.#last, tag.start)))
      example.findings.push(rowError('stray_text', 'Text stands outside of its input and output.'));
    this.#last = tag.end;
    const part = partTags[tag.name];
    if (part !== undefined && !tag.closes) this.#part = { tag: tag.name, from: tag.end };
    else if (part !== undefined) example.findings.push(strayTag(tag));
    else {
      this.#closeExample(tag.start, tag.closes && tag.name === 'example');
      if (!(tag.closes && tag.name === 'example')) this.#readInBlock(tag);
    }
  }

  #readInBlock(tag: Tag): void {
    if (tag.name === 'example' && !tag.closes) {
      if (this.#block !== 'in') this.#note(tag.start, outside);
      this.#example = { line: this.#lineOf(tag.start), parts: new Map(), findings: [] };
      this.#last = tag.end;
    } else if (tag.name === 'examples' && tag.closes === (this.#block === 'in')) {
      this.#block = tag.closes ? 'after' : 'in';
    } else if (this.#block === 'in' || tag.name.startsWith('example')) this.#note(tag.start, strayTag(tag));
  }

  #setPart({ tag, from }: { readonly tag: string; readonly from: number }, end: number): void {
    const name = partTags[tag];
    const example = this.#example;
    if (name === undefined || example === null) return;
    if (example.parts.has(name))
      example.findings.push(rowError('example_parts', `It has more than one <${tag}>.`));
    const raw = this.#text
      .slice(from, end)
      .replace(/^\r?\n/u, '')
      .replace(/\r?\n$/u, '');
    example.parts.set(name, raw.replaceAll(escapedTag, '<'));
  }

  #closePart(): void {
    if (this.#part === null) return;
    this.#example?.findings.push(unclosed(this.#part.tag));
    this.#part = null;
  }

  #closeExample(end: number, isClosed: boolean): void {
    if (this.#example === null) return;
    if (!isClosed) this.#example.findings.push(unclosed('example'));
    this.#examples.push(exampleOf(this.#example));
    this.#example = null;
    this.#last = end;
  }

  #note(index: number, finding: RowFinding): void {
    this.#findings.push({ line: this.#lineOf(index), finding });
  }
}

function isCounterTag(name: string): boolean {
  return name.includes('_');
}

function written({ name, closes }: Tag): string {
  return closes ? `</${name}>` : `<${name}>`;
}

function strayTag(tag: Tag): RowFinding {
  return rowError('stray_tag', `${written(tag)} stands where no such tag can.`);
}

function unclosed(name: string): RowFinding {
  return rowError('unclosed_tag', `<${name}> is not closed.`);
}

const outside = rowError('stray_tag', '<example> stands outside of <examples>.');
