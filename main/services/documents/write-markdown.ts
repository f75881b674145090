import { escapeMarkdown } from '../../../shared/domain/text/escape-markdown.ts';
import type {
  Outline,
  OutlineCell,
  OutlineEntry,
  OutlineSection,
  OutlineTable,
  ShownChange,
  ShownChanges,
} from './outline.ts';

/** The outline as Markdown of GitHub's kind. What was removed is struck, what was added is bold; imported text is escaped. */
export function writeMarkdown({ title, facts, notes, sections }: Outline): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    factList(facts),
    ...notes.map(escapeMarkdown),
    ...sections.flatMap(sectionParts),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts({ title, text, entries, tables }: OutlineSection): string[] {
  return [
    `## ${escapeMarkdown(title)}`,
    escapeMarkdown(text),
    ...entries.flatMap(entryParts),
    ...tables.map(tableText),
  ];
}

function entryParts({ name, facts, changes }: OutlineEntry): string[] {
  return [`### ${escapeMarkdown(name)}`, factList(facts), ...changes.flatMap(changeParts)];
}

function changeParts({ title, changes }: ShownChanges): string[] {
  return changes.length === 0
    ? []
    : [`${title}:`, changes.map((change) => `- ${changeText(change)}`).join('\n')];
}

function factList(facts: Outline['facts']): string {
  return facts.map(([name, value]) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`).join('\n');
}

function tableText({ head, rows }: OutlineTable): string {
  return [tableLine(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(tableLine)].join('\n');
}

function tableLine(cells: readonly OutlineCell[]): string {
  return `| ${cells.map((cell) => escapeMarkdown(typeof cell === 'string' ? cell : cell.text)).join(' | ')} |`;
}

/** One change: `the ~~big~~**small** dog`, then what was said of it. */
export function changeText({ before, removed, added, after, comments }: ShownChange): string {
  const marked = `${mark('~~', removed)}${mark('**', added)}`;
  const text = [escapeMarkdown(before), marked, escapeMarkdown(after)].reduce(joinMarked);
  return [text, ...comments.map((comment) => `“${escapeMarkdown(comment)}”`)]
    .filter((part) => part !== '')
    .join(' ');
}

/** White space at its ends stays outside of the marks, which would not be read as such beside it; alone it is made visible. */
function mark(sign: string, text: string): string {
  if (text === '') return '';
  if (text.trim() === '') return `${sign}${text.replaceAll('\n', '¶').replaceAll(/\s/gu, '·')}${sign}`;
  const [, start = '', inner = '', end = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return `${start === '' ? '' : ' '}${sign}${escapeMarkdown(inner)}${sign}${end === '' ? '' : ' '}`;
}

/**
 * Marks between a letter and a sign of punctuation are read as text; there a blank keeps them apart.
 * See CommonMark 0.31, 6.2, on delimiter runs.
 */
function joinMarked(left: string, right: string): string {
  const needsBlank = isMarked.test(left.slice(-3)) || isMarked.test(right.slice(0, 3));
  const isApart = left === '' || right === '' || /\s$/u.test(left) || /^\s/u.test(right);
  return needsBlank && !isApart ? `${left} ${right}` : `${left}${right}`;
}

const isMarked = /~~|\*\*/u;
