import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { createHashMemory } from '../text/hash-memory.ts';
import { hashText } from '../text/hash-text.ts';
import { formats } from './formats/registry.ts';
import type { ExportFormat } from './recipe.ts';
import { rowError, rowWarning, type RowFinding } from './row-finding.ts';
import { type ExportPart, exportPartSchema } from './split.ts';
import { validateRow } from './validate-row.ts';

/** One kind of finding over a whole export. */
export interface ExportFinding extends RowFinding {
  readonly rows: number;
  /** Some of the interactions concerned. */
  readonly items: readonly string[];
}

/** Checks rows as they are written, in memory of a few bytes a row. */
export interface ExportCheck {
  /** Checks one row alone: what is wrong with it is counted and returned. */
  readonly checkRow: (interactionId: string, row: Json) => readonly RowFinding[];
  /**
   * Counts a row without errors for what only shows over all rows.
   * @param lineKey a number up to 2^53 that equal lines share, and others hardly ever
   */
  readonly addRow: (part: ExportPart, interactionId: string, row: JsonObject, lineKey: number) => void;
  /** Counts what was found outside of the check, of one row or of all. */
  readonly note: (finding: RowFinding, interactionId: string | null) => void;
  /** Everything found so far, errors first, with what only shows over all rows. */
  readonly finish: () => readonly ExportFinding[];
}

const maxItems = 20;

/** `fingerprint` tells texts apart by 53 bits: at a million rows a clash is once in ten thousand exports. `onFinding` hears each as it is found. */
export function createExportCheck(
  id: ExportFormat,
  fingerprint: (text: string) => number = hashText,
  onFinding: (finding: RowFinding, interactionId: string | null) => void = () => {},
): ExportCheck {
  const format = formats[id];
  const fileRules = format.fileRules?.();
  const findings = new Map<string, { finding: RowFinding; rows: number; items: string[] }>();
  const rows = { training: 0, validation: 0, test: 0 };
  /** Part of the first row with a prompt, by the prompt's fingerprint. */
  const promptParts = createHashMemory();
  const lines = createHashMemory();
  let firstSystem: Json | undefined;
  let hasChangingSystem = false;

  const note = (finding: RowFinding, interactionId: string | null): void => {
    onFinding(finding, interactionId);
    const key = `${finding.level} ${finding.rule}`;
    const known = findings.get(key) ?? { finding, rows: 0, items: [] };
    findings.set(key, known);
    if (interactionId === null) return;
    known.rows += 1;
    if (known.items.length < maxItems) known.items.push(interactionId);
  };

  const noteRepeats = (part: ExportPart, interactionId: string, row: JsonObject, lineKey: number): void => {
    const prompt = format.promptOf(row);
    // Rows without a question are not the same question.
    if (prompt.some(isUsers)) {
      const number = exportPartSchema.options.indexOf(part);
      if (promptParts.getOrAdd(fingerprint(textOf(prompt)), number) !== number)
        note(leakFinding, interactionId);
    }
    const before = lines.size();
    lines.getOrAdd(lineKey, 0);
    if (lines.size() === before) note(duplicateFinding, interactionId);
    if (hasChangingSystem) return;
    const system = prompt.find(isSystems) ?? null;
    firstSystem ??= system;
    hasChangingSystem = !isSameMessage(system, firstSystem);
  };

  return {
    checkRow: (interactionId, row) => {
      const found = validateRow(id, row);
      if (found.length > 0) {
        const rules = new Map(found.map((finding) => [`${finding.level} ${finding.rule}`, finding]));
        for (const finding of rules.values()) note(finding, interactionId);
      }
      return found;
    },
    addRow: (part, interactionId, row, lineKey) => {
      rows[part] += 1;
      for (const finding of fileRules?.add(row) ?? []) note(finding, interactionId);
      noteRepeats(part, interactionId, row, lineKey);
    },
    note,
    finish: () => {
      const { fewest } = format;
      if (fewest !== undefined && rows.training < fewest.rows)
        note(rowWarning('too_few_rows', fewest.message), null);
      for (const finding of fileRules?.finish() ?? []) note(finding, null);
      if (hasChangingSystem) note(systemFinding, null);
      return [...findings.values()]
        .map(({ finding: { rule, level, message }, rows: count, items }) => ({
          rule,
          level,
          message,
          rows: count,
          items,
        }))
        .toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning') || b.rows - a.rows);
    },
  };
}

/** A text that only equal prompts have; that of messages with nothing but a text is put together faster than JSON. */
function textOf(prompt: readonly Json[]): string {
  let text = '';
  for (const message of prompt) {
    const plain = plainContent(message);
    text += plain === null ? `\0${JSON.stringify(message)}\0` : `\0\0${plain.role}\0${plain.content}\0`;
  }
  return text;
}

function isSameMessage(a: Json, b: Json): boolean {
  const [plainA, plainB] = [plainContent(a), plainContent(b)];
  if (plainA === null || plainB === null) return JSON.stringify(a) === JSON.stringify(b);
  return plainA.role === plainB.role && plainA.content === plainB.content;
}

/** Null for messages with anything beside a role and a text. */
function plainContent(message: Json): { readonly role: string; readonly content: string } | null {
  if (!isJsonObject(message)) return null;
  const { role, content } = message;
  if (typeof role !== 'string' || typeof content !== 'string') return null;
  for (const key in message) if (key !== 'role' && key !== 'content') return null;
  return { role, content };
}

function isUsers(message: Json): boolean {
  return isJsonObject(message) && message['role'] === 'user';
}

function isSystems(message: Json): boolean {
  return isJsonObject(message) && message['role'] === 'system';
}

const leakFinding = rowError(
  'duplicate_prompt_across_parts',
  'The same input is in training and in validation, so the validation would flatter the model. Group by session or user, or filter the repeats.',
);

const duplicateFinding = rowWarning('duplicate_row', 'The same row appears more than once.');

const systemFinding = rowWarning(
  'changing_system_prompt',
  'Rows have different system prompts. Check that this is meant.',
);
