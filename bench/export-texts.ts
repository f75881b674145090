import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTokenCounter, type Encoding } from '../main/tokens/token-counter.ts';
import { personalDataFinders } from '../shared/domain/privacy/personal-data-finders.ts';
import { placeholderOf } from '../shared/domain/privacy/placeholder.ts';
import { replaceFindings } from '../shared/domain/privacy/replace-findings.ts';
import { cpuSeconds } from './bench-project.ts';

/** What an export spends on reading its texts: for personal data, and to count tokens. Seconds are those of the processor; the floor is one look at each unit. */
export interface TextCost {
  readonly what: string;
  readonly megabytes_per_second: number;
  readonly tokens_per_second: number | null;
  readonly start_ms: number;
  readonly floor_times: number;
}

const rounds = 5;

/** Over the texts of the sample project, which are mails in several languages with some addresses. */
export async function benchExportTexts(): Promise<readonly TextCost[]> {
  const texts = sampleTexts();
  const floor = secondsOf(texts, lookAtUnits);
  const costs: TextCost[] = [];
  const add = (what: string, startMs: number, work: (text: string) => number, hasTokens: boolean) => {
    const { seconds, sum } = secondsOf(texts, work);
    costs.push({
      what,
      megabytes_per_second: megabytes(texts) / seconds,
      tokens_per_second: hasTokens ? Math.round(sum / seconds) : null,
      start_ms: startMs,
      floor_times: seconds / floor.seconds,
    });
  };
  const finders = personalDataFinders(['Ada Vrba', 'Tomasz Lind', 'lee']);
  add('redact', 0, (text) => replaceFindings(text, finders, placeholderOf).length, false);
  for (const encoding of ['o200k_base', 'cl100k_base'] satisfies Encoding[]) {
    const before = cpuSeconds();
    const counter = await createTokenCounter(encoding);
    if (!counter.ok) throw new Error(counter.error.message);
    add(`tokens ${encoding}`, 1000 * (cpuSeconds() - before), counter.value.count, true);
  }
  return costs;
}

function sampleTexts(): readonly string[] {
  const path = join(import.meta.dirname, '..', 'resources', 'sample', 'support-mail.jsonl');
  const texts: string[] = [];
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const { messages, draft, sent }: SampleRow = JSON.parse(line);
    texts.push(...messages.map(({ content }) => content), draft, ...(sent === null ? [] : [sent]));
  }
  return texts;
}

interface SampleRow {
  readonly messages: readonly { readonly content: string }[];
  readonly draft: string;
  readonly sent: string | null;
}

function megabytes(texts: readonly string[]): number {
  return (rounds * texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)) / 1e6;
}

function secondsOf(texts: readonly string[], work: (text: string) => number) {
  const before = cpuSeconds();
  let sum = 0;
  for (let round = 0; round < rounds; round++) for (const text of texts) sum += work(text);
  return { seconds: cpuSeconds() - before, sum };
}

function lookAtUnits(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}
