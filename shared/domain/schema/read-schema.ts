import type { z } from 'zod';
import { type Result, fail, succeed } from '../../result/result.ts';
import { checkSchema, type SchemaProblem } from './check-schema.ts';
import { type SchemaDraft, schemaDraftSchema } from './label-schema.ts';

/**
 * A schema from the text of a JSON file, checked. The version of a file says nothing about this project's versions
 * and is left out. SCHEMA_INVALID with what is wrong.
 */
export function readSchema(text: string): Result<SchemaDraft> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('SCHEMA_INVALID', 'This file holds no JSON, so it is no label schema.');
  }
  const parsed = schemaDraftSchema.safeParse(json);
  if (!parsed.success) return fail('SCHEMA_INVALID', `This is no label schema. ${firstIssue(parsed.error)}`);
  const problems = checkSchema(parsed.data);
  return problems.length === 0 ? succeed(parsed.data) : fail('SCHEMA_INVALID', describeProblems(problems));
}

/** The first problems as one text. */
export function describeProblems(problems: readonly SchemaProblem[]): string {
  const shown = problems.slice(0, maxShown).map(({ message }) => message);
  const more = problems.length - shown.length;
  return more === 0 ? shown.join(' ') : `${shown.join(' ')} And ${more} more.`;
}

const maxShown = 3;

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return '';
  const path = issue.path.map(String).join('.');
  return path === '' ? `${issue.message}.` : `At ${path}: ${issue.message}.`;
}
