import { InvalidArgumentError } from 'commander';
import { type JoinMethod, joinMethodSchema } from '../../shared/domain/mapping/join-method.ts';

export const joinByHelp =
  'how rows of --attach and --join find their interactions: id, session (the last one before the row), session:all, user-window:MINUTES, or key:ROW=INTERACTION such as key:{customer}-{order}={user}-{meta.order}';

/** Reads how rows are joined: `user-window:30`. */
export function joinMethod(text: string): JoinMethod {
  const parsed = joinMethodSchema.safeParse(readMethod(text));
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(
    'Write id, session, session:all, user-window:30 (minutes), or key:{order}={meta.order}.',
  );
}

function readMethod(text: string): unknown {
  const [, name = '', value = ''] = /^([^:]+)(?::(.*))?$/su.exec(text) ?? [];
  switch (name) {
    case 'id':
      return value === '' ? { by: 'id' } : null;
    case 'session':
      return { by: 'session', which: value === '' ? 'last' : value };
    case 'user-window':
      return { by: 'user_window', minutes: value.trim() === '' ? Number.NaN : Number(value) };
    case 'key': {
      const [row, interaction, ...more] = value.split('=');
      return more.length === 0 ? { by: 'key', row, interaction } : null;
    }
    default:
      return null;
  }
}

/** The same as it is written on the command line. */
export function joinMethodText(method: JoinMethod): string {
  switch (method.by) {
    case 'id':
      return 'id';
    case 'session':
      return method.which === 'all' ? 'session:all' : 'session';
    case 'user_window':
      return `user-window:${method.minutes}`;
    case 'key':
      return `key:${method.row}=${method.interaction}`;
  }
}
