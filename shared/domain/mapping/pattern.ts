import { RE2JS } from 're2js';
import { fail, succeed, type Result } from '../../result/result.ts';

/**
 * Compiles a pattern in RE2's syntax to a function that finds the text of one of its groups (0: the whole match), or
 * undefined where it does not match. RE2 takes time linear in the text, so that no pattern and no imported text can hold up
 * the app together (https://github.com/google/re2/wiki/Syntax). MAPPING_INVALID.
 */
export function compilePattern(pattern: string, group: number): Result<(text: string) => string | undefined> {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('MAPPING_INVALID', `The pattern "${pattern}" cannot be read: ${reason}.`);
  }
  if (group < 0 || group > compiled.groupCount()) {
    return fail(
      'MAPPING_INVALID',
      `The pattern "${pattern}" has ${compiled.groupCount()} groups, so there is no group ${group}.`,
    );
  }
  return succeed((text) => {
    const matcher = compiled.matcher(text);
    return matcher.find() ? (matcher.group(group) ?? undefined) : undefined;
  });
}
