import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSampleLines } from './generator/sample-lines.ts';

/**
 * Writes the synthetic sample beside this file: `npm run sample`. The seed is fixed, so a second run changes
 * nothing; a test holds the committed file against the generator.
 */
export const sampleSeed = 20_273_670;

export function sampleText(): string {
  return createSampleLines(sampleSeed)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

if (import.meta.main) {
  const path = join(import.meta.dirname, 'support-mail.jsonl');
  const text = sampleText();
  writeFileSync(path, text);
  process.stdout.write(
    `${path}: ${text.split('\n').length - 1} interactions, ${Buffer.byteLength(text)} bytes\n`,
  );
}
