import { compileJoinKey } from '../../../shared/domain/mapping/join-key.ts';
import { type JoinMethod, joinMethodSchema } from '../../../shared/domain/mapping/join-method.ts';
import type { FixedTarget, ListTarget, Mapping } from '../../../shared/domain/mapping/mapping.ts';

export const byId: JoinMethod = { by: 'id' };

/** Ways to join as a person chooses among them. */
export const joinWays = ['id', 'session_last', 'session_all', 'user_window', 'key'] as const;
export type JoinWay = (typeof joinWays)[number];

/** Outcomes mostly come within a day of the output. */
const usualMinutes = 1440;

export function wayOf(join: JoinMethod): JoinWay {
  if (join.by !== 'session') return join.by;
  return join.which === 'all' ? 'session_all' : 'session_last';
}

/** A way to join with what it begins with. */
export function joinBy(way: JoinWay): JoinMethod {
  switch (way) {
    case 'id':
      return byId;
    case 'session_last':
      return { by: 'session', which: 'last' };
    case 'session_all':
      return { by: 'session', which: 'all' };
    case 'user_window':
      return { by: 'user_window', minutes: usualMinutes };
    case 'key':
      return { by: 'key', row: '', interaction: '' };
  }
}

/** What of a row a way to join reads. */
export interface JoinTargets {
  readonly fixed: readonly FixedTarget[];
  readonly whenMapped: readonly ListTarget[];
}

export function joinTargets(join: JoinMethod): JoinTargets {
  switch (wayOf(join)) {
    case 'id':
      return { fixed: ['external_id', 'session'], whenMapped: ['keys'] };
    case 'session_last':
      return { fixed: ['session', 'created_at'], whenMapped: [] };
    case 'session_all':
      return { fixed: ['session'], whenMapped: [] };
    case 'user_window':
      return { fixed: ['user', 'created_at'], whenMapped: [] };
    case 'key':
      return { fixed: [], whenMapped: [] };
  }
}

/** A target that must be filled and is not. */
export interface MissingTarget {
  readonly target: FixedTarget;
  readonly sentence: string;
}

/** Shown where nothing says which interaction a row belongs to. */
export const idNeeded =
  'Choose the column of the interaction’s id, or of its session: rows are joined by it.';

/** What a way to join needs of the mapping and does not find there; null when everything is there. */
export function missingForJoin(mapping: Mapping, join: JoinMethod): MissingTarget | null {
  const has = (...targets: readonly (FixedTarget | ListTarget)[]) =>
    mapping.some((entry) => targets.some((target) => target === entry.target));
  switch (join.by) {
    case 'id':
      return has('external_id', 'keys', 'session') ? null : { target: 'external_id', sentence: idNeeded };
    case 'session':
      return has('session')
        ? null
        : { target: 'session', sentence: 'Choose the column of the session: rows are joined by it.' };
    case 'user_window':
      if (!has('user'))
        return {
          target: 'user',
          sentence: 'Choose the column of the user: rows are joined by user and time.',
        };
      return has('created_at')
        ? null
        : {
            target: 'created_at',
            sentence: 'Choose the column of the time: rows are joined by user and time.',
          };
    case 'key':
      return null;
  }
}

/** What is wrong with what was written for a way to join, as a sentence; null when nothing is. */
export function joinProblem(join: JoinMethod): string | null {
  if (join.by === 'user_window')
    return joinMethodSchema.safeParse(join).success
      ? null
      : 'Write how many minutes before the row an interaction may be, from 1 to 527,040.';
  if (join.by !== 'key') return null;
  if (join.row.trim() === '' || join.interaction.trim() === '')
    return 'Write what of the row and of the interaction must be the same.';
  const compiled = compileJoinKey(join);
  return compiled.ok ? null : compiled.error.message;
}
