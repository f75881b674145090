import { id } from '../../shared/contract/operation.ts';
import { UsageError } from './failure.ts';

/** An id as typed. A text that cannot be one is refused with the command that lists what there is. */
export function parseId(text: string, kind: 'interaction' | 'source'): string {
  if (id.safeParse(text).success) return text;
  const [what, command] = kind === 'interaction' ? ['an interaction', 'items'] : ['an import', 'sources'];
  throw new UsageError({
    message: `"${text}" is not the id of ${what}. List the ids with: flywheel ${command} PROJECT`,
  });
}
