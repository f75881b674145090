import { fail, succeed, type Result } from '../../result/result.ts';
import {
  fixedTargets,
  type FixedTarget,
  listTargets,
  type ListTarget,
  type MappingEntry,
  type Target,
} from './mapping.ts';
import { parsePath } from './path.ts';

/** A target taken apart, so that no other code needs to look inside its text. */
export type ParsedTarget =
  | { readonly kind: 'fixed'; readonly name: FixedTarget }
  | { readonly kind: 'list'; readonly name: ListTarget }
  | { readonly kind: 'label'; readonly question: string; readonly annotator: string | null }
  | { readonly kind: 'signal' | 'outcome' | 'meta'; readonly name: string };

/**
 * Takes a target apart: a fixed name, `label.<question>`, `label.<question>@<annotator>`, `signal.<name>`,
 * `outcome.<name>` or `meta.<key>`. The annotator starts after the last `@`. Fails with MAPPING_INVALID.
 */
export function parseTarget(text: string): Result<ParsedTarget> {
  const fixed = fixedTargets.find((name) => name === text);
  if (fixed !== undefined) return succeed({ kind: 'fixed', name: fixed });
  const list = listTargets.find((name) => name === text);
  if (list !== undefined) return succeed({ kind: 'list', name: list });
  const dot = text.indexOf('.');
  const kind = text.slice(0, Math.max(dot, 0));
  const name = text.slice(dot + 1);
  if (name !== '' && (kind === 'signal' || kind === 'outcome' || kind === 'meta'))
    return succeed({ kind, name });
  if (kind === 'label') return parseLabel(text, name);
  return fail(
    'MAPPING_INVALID',
    `"${text}" is not a target. Use one of ${[...fixedTargets, ...listTargets].join(', ')}, label.<question>, label.<question>@<annotator>, signal.<name>, outcome.<name> or meta.<key>.`,
  );
}

/** Whether a text is a target a mapping may use. */
export function isTarget(text: string): text is Target {
  return parseTarget(text).ok;
}

/** Reads the command line's `target=path`. The first `=` separates: paths may hold more of them. */
export function parseMapArgument(argument: string): Result<MappingEntry> {
  const equals = argument.indexOf('=');
  if (equals < 0) {
    return fail(
      'MAPPING_INVALID',
      `"${argument}" has no "=". Write target=path, for example output=response.text.`,
    );
  }
  const target = argument.slice(0, equals).trim();
  const parsedTarget = parseTarget(target);
  if (!parsedTarget.ok) return parsedTarget;
  if (!isTarget(target)) throw new TypeError(`${target} parsed as a target but is none.`);
  const path = parsePath(argument.slice(equals + 1).trim());
  if (!path.ok) return path;
  return succeed({ target, path: path.value.text });
}

function parseLabel(text: string, name: string): Result<ParsedTarget> {
  const at = name.lastIndexOf('@');
  const question = at < 0 ? name : name.slice(0, at);
  const annotator = at < 0 ? null : name.slice(at + 1);
  if (question === '' || annotator === '') {
    return fail(
      'MAPPING_INVALID',
      `"${text}" names no question or no annotator. Write label.<question> or label.<question>@<annotator>.`,
    );
  }
  return succeed({ kind: 'label', question, annotator });
}
