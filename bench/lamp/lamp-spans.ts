import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChangeText } from '../../shared/domain/clusters/change-features.ts';

/** One edit that a writer made to a span of an AI text, with what they say was wrong there. */
export interface LampSpan {
  /** Equal for spans of the same AI text. */
  readonly text: number;
  readonly writer: string;
  /** Index into `lampCategories`. */
  readonly category: number;
  readonly start: number;
  readonly end: number;
  readonly change: ChangeText;
}

/** The seven categories of the paper, and `Punctuation`, which one writer gave to four spans beside them. */
export const lampCategories = [
  'Awkward Word Choice and Phrasing',
  'Cliche',
  'Lack of Specificity and Detail',
  'Poor Sentence Structure',
  'Purple Prose',
  'Tense Inconsistency',
  'Unnecessary/Redundant Exposition',
  'Punctuation',
] as const;

const span = z.object({ originalText: z.string(), editedText: z.string(), categorization: z.string() });
const pair = z.object({ editor: z.string(), ai_output: z.string(), human_edits: z.array(span).nullable() });
const reannotation = z.object({
  annotator: z.string(),
  preedit: z.string(),
  fine_grained_edits: z.array(span).nullable(),
});

/** All 2,275 span edits of `lamp_pairs.jsonl`, in its order. */
export function readLampSpans(folder: string): LampSpan[] {
  return spansOf(
    readLines(join(folder, 'lamp_pairs.jsonl'), pair).map((row) => ({
      writer: row.editor,
      output: row.ai_output,
      spans: row.human_edits ?? [],
    })),
  );
}

/** The span edits of three writers on the same texts, of `reannotation_150.jsonl`. */
export function readReannotation(folder: string): LampSpan[] {
  return spansOf(
    readLines(join(folder, 'reannotation_150.jsonl'), reannotation).map((row) => ({
      writer: row.annotator,
      output: row.preedit,
      spans: row.fine_grained_edits ?? [],
    })),
  );
}

/**
 * Spellings of one category are made one: what is in brackets and spaces around a slash go, and the one `Tense Consistency`
 * is `Tense Inconsistency`.
 */
export function lampCategory(spelling: string): number {
  const name = spelling
    .replace(/\(.*\)/u, '')
    .replace(/\s*\/\s*/gu, '/')
    .replace('Tense Consistency', 'Tense Inconsistency')
    .trim();
  const category = lampCategories.findIndex((known) => known === name);
  if (category < 0) throw new Error(`"${spelling}" is no category that is known.`);
  return category;
}

interface EditedText {
  readonly writer: string;
  readonly output: string;
  readonly spans: readonly z.infer<typeof span>[];
}

/** Text around a span, as much as the app shows. */
const around = 80;

function spansOf(texts: readonly EditedText[]): LampSpan[] {
  const numbers = new Map<string, number>();
  return texts.flatMap(({ writer, output, spans }) => {
    const text = numbers.get(output) ?? numbers.size;
    numbers.set(output, text);
    return spans.map(({ originalText, editedText, categorization }) => {
      const start = Math.max(0, output.indexOf(originalText));
      const end = start + originalText.length;
      return {
        text,
        writer,
        category: lampCategory(categorization),
        start,
        end,
        change: {
          removed: originalText,
          added: editedText,
          before: output.slice(Math.max(0, start - around), start),
          after: output.slice(end, end + around),
          comments: [],
          isWhole: false,
          position: output === '' ? 0 : start / output.length,
        },
      };
    });
  });
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}
