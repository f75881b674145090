import { rowError, type RowFinding } from '../row-finding.ts';
import {
  type ExampleDraft,
  exampleOf,
  noExamples,
  type PartName,
  type ReadExample,
  type ReadExamples,
} from './read-examples.ts';

const partHeadings: Readonly<Record<string, PartName>> = {
  input: 'input',
  output: 'output',
  'not like this': 'bad',
  'like this': 'good',
};

interface Part {
  readonly name: PartName;
  readonly lines: string[];
  /** Whether its text stands in a fence. */
  isFenced: boolean;
}

interface Fence {
  readonly sign: string;
  readonly length: number;
}

/** What is being read. */
interface Open {
  example: ExampleDraft | null;
  part: Part | null;
  fence: Fence | null;
}

/** Reads examples as Markdown: a heading each, with headings for their parts and the text of each part in a fence. */
export function readExampleSections(text: string): ReadExamples {
  const examples: ReadExample[] = [];
  const open: Open = { example: null, part: null, fence: null };

  const endPart = (): void => {
    const { example, part } = open;
    open.part = null;
    if (part === null || example === null) return;
    if (example.parts.has(part.name)) example.findings.push(repeated(part.name));
    const content = part.lines.join('\n');
    example.parts.set(part.name, part.isFenced ? content : content.trim());
  };
  const endExample = (): void => {
    if (open.fence !== null) open.example?.findings.push(openFence);
    endPart();
    if (open.example !== null) examples.push(exampleOf(open.example));
    open.example = null;
  };
  const readHeading = (level: number, title: string, line: number): void => {
    if (level <= 2) {
      endExample();
      if (level === 2) open.example = { line, parts: new Map(), findings: [] };
      return;
    }
    endPart();
    const name = partHeadings[title.toLowerCase()];
    if (name !== undefined && open.example !== null) open.part = { name, lines: [], isFenced: false };
  };
  const readPlain = (line: string): void => {
    if (open.part?.isFenced === false) open.part.lines.push(line);
    else if (open.part !== null && line.trim() !== '') open.example?.findings.push(besideFence);
  };
  const openFenceAt = (fence: Fence): void => {
    open.fence = fence;
    const { part } = open;
    if (part === null) return;
    if (part.isFenced || part.lines.some((line) => line.trim() !== ''))
      open.example?.findings.push(besideFence);
    part.isFenced = true;
    part.lines.length = 0;
  };

  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    const mark = fenceOf(line);
    const heading = /^(?<level>#{1,6})\s+(?<title>.*?)\s*#*\s*$/u.exec(line)?.groups;
    if (open.fence !== null) {
      if (mark !== null && closes(mark, open.fence)) open.fence = null;
      else open.part?.lines.push(line);
    } else if (mark !== null) openFenceAt(mark);
    else if (heading === undefined) readPlain(line);
    else readHeading(heading['level']?.length ?? 0, heading['title'] ?? '', at + 1);
  }
  endExample();
  const findings = examples.length === 0 ? [{ line: 1, finding: noExamples }] : [];
  return { examples, findings };
}

interface Mark extends Fence {
  readonly info: string;
}

/** A line that opens or closes a fence, as CommonMark has it. */
function fenceOf(line: string): Mark | null {
  const groups = /^ {0,3}(?<marks>`{3,}|~{3,})(?<info>.*)$/u.exec(line)?.groups;
  if (groups === undefined) return null;
  const { marks = '', info = '' } = groups;
  const sign = marks.slice(0, 1);
  return sign === '`' && info.includes('`') ? null : { sign, length: marks.length, info };
}

function closes(mark: Mark, { sign, length }: Fence): boolean {
  return mark.sign === sign && mark.length >= length && mark.info.trim() === '';
}

function repeated(name: PartName): RowFinding {
  return rowError('example_parts', `It has more than one ${name}.`);
}

const openFence = rowError(
  'unclosed_fence',
  'A fence is not closed, so that the rest of the file stands in it.',
);

const besideFence = rowError(
  'stray_text',
  'Text stands beside the fence of a part: a fence in the text may have closed it.',
);
