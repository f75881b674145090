import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../shared/domain/schema/check-schema.ts';
import { reviewKeys } from '../../shared/domain/schema/review-keys.ts';
import { builtInSchemas } from '../../main/services/schema/built-in-schemas.ts';

const root = resolve(import.meta.dirname, '../..');
const schemas = builtInSchemas(join(root, 'resources'));

describe('the built-in label schemas', () => {
  it('are there, that of new projects first', () => {
    expect(schemas.map(({ id }) => id)).toEqual([
      'review',
      'code',
      'drafting',
      'summaries',
      'support-replies',
      'translation',
    ]);
  });

  it.each(schemas.map(({ id, schema }) => [id, schema] as const))('%s can be used as it is', (_, schema) => {
    expect(checkSchema(schema)).toEqual([]);
    expect(schema.description).toBeTruthy();
  });
});

describe('the keys that no schema can have', () => {
  it('are the single keys of the review screen and of the app, as the user guide lists them', () => {
    const guide = readFileSync(join(root, 'docs/user-guide.md'), 'utf8');
    const questions = schemas[0]?.schema.questions ?? [];
    const options = questions.flatMap((question) => ('options' in question ? question.options : []));
    const answering = new Set([...questions, ...options].map(({ key }) => key));
    const rows = [...guide.matchAll(/^\| (.*?) +\| .* \| (?:review|everywhere) +\|$/gm)];
    const keys = rows.flatMap(([, cell = '']) => {
      const named = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
      if (answering.has(named[0])) return [];
      // Of a sequence the first key only: it is what others wait behind.
      return / then /.test(cell) ? named.slice(0, 1) : named.filter((key) => /^[!-~]$/.test(key));
    });
    expect(new Set(keys)).toEqual(reviewKeys);
  });
});
