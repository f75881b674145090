import { fail, type Result, succeed } from '../../result/result.ts';
import type { JsonObject } from '../json.ts';
import type { Path } from './path.ts';
import { compileTemplate } from './template.ts';

/** Gives a user's id its pseudonym. */
export type ChangeUser = (user: string) => string;

/** What an interaction is known by in a key; `meta` as it is stored. */
export const keyFields = ['user', 'session', 'model', 'prompt_version', 'external_id', 'meta'] as const;

/** Both sides of a join by key. */
export interface JoinKey {
  /** The key of a row; a second one where users of the project have pseudonyms. None where a place of it is empty. */
  readonly ofRow: (row: JsonObject) => readonly string[];
  /** The key of an interaction, from an object of `keyFields`; null where a place of it is empty. */
  readonly ofInteraction: (fields: JsonObject) => string | null;
  /** What it reads of rows. */
  readonly rowPaths: readonly Path[];
  /** Whether it reads an interaction's metadata. */
  readonly readsMeta: boolean;
}

/**
 * Compiles two templates that give the same text for a row and its interaction, such as `{customer}-{order}` and
 * `{user}-{meta.order_id}`.
 * @param changeUser where users of the project have pseudonyms; the place of the row that stands where the interaction has
 * `{user}` gets one, so that both sides need as many places then
 * MAPPING_INVALID.
 */
export function compileJoinKey(
  { row, interaction }: { readonly row: string; readonly interaction: string },
  changeUser?: ChangeUser,
): Result<JoinKey> {
  const there = compileTemplate(interaction, { needs: 'all' });
  if (!there.ok) return there;
  const unknown = there.value.paths.find(({ steps: [first] }) => !keyFields.some((field) => field === first));
  if (unknown !== undefined)
    return fail(
      'MAPPING_INVALID',
      `{${unknown.text}} is nothing of an interaction. Write {user}, {session}, {model}, {prompt_version}, {external_id} or {meta.NAME}.`,
    );
  const here = compileTemplate(row, { needs: 'all' });
  if (!here.ok) return here;
  if (here.value.paths.length === 0 || there.value.paths.length === 0)
    return fail(
      'MAPPING_INVALID',
      'A key needs at least one place in braces on both sides, such as {order} and {meta.order_id}.',
    );
  const pseudonymous = pseudonymousKey(row, [here.value.paths, there.value.paths], changeUser);
  if (!pseudonymous.ok) return pseudonymous;
  const readPseudonymous = pseudonymous.value;
  return succeed({
    ofRow: (source) => {
      const keys = [here.value.read(source), readPseudonymous?.(source) ?? null];
      return [...new Set(keys.filter((key) => typeof key === 'string'))];
    },
    ofInteraction: (fields) => {
      const key = there.value.read(fields);
      return typeof key === 'string' ? key : null;
    },
    rowPaths: here.value.paths,
    readsMeta: there.value.paths.some(({ steps: [first] }) => first === 'meta'),
  });
}

/** The row's key with pseudonyms in place of users; null where there are none in it. */
function pseudonymousKey(
  template: string,
  [here, there]: readonly [readonly Path[], readonly Path[]],
  changeUser: ChangeUser | undefined,
) {
  const users = new Set(there.flatMap(({ text }, place) => (text === 'user' ? [place] : [])));
  if (changeUser === undefined || users.size === 0) return succeed(null);
  if (here.length !== there.length)
    return fail(
      'MAPPING_INVALID',
      'Users of this project have pseudonyms. Write both sides of the key with as many places, so that the place of the user is known.',
    );
  const change = (text: string, place: number) => (users.has(place) ? changeUser(text) : text);
  const compiled = compileTemplate(template, { needs: 'all', change });
  return compiled.ok ? succeed(compiled.value.read) : compiled;
}
