import type { JoinCoverage } from '../../../shared/contract/join-coverage.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import type { JoinWay } from './join-draft.ts';
import { reasonNameOf } from './reject-reasons.ts';

export const wayTexts: Readonly<Record<JoinWay, { readonly name: string; readonly help: string }>> = {
  id: { name: 'Id', help: 'Each row names its interaction by an id, else by its place in a session.' },
  session_last: {
    name: 'Session, the last before the row',
    help: 'A row belongs to the last interaction of its session that was not after it.',
  },
  session_all: {
    name: 'Session, all of it',
    help: 'A row belongs to every interaction of its session.',
  },
  user_window: {
    name: 'User and time',
    help: 'A row belongs to the last interaction of its user, at most so many minutes before it.',
  },
  key: {
    name: 'A key of several fields',
    help: 'A row belongs to the interaction for which both keys are the same. In braces: a column of the row; of the interaction user, session, model, prompt_version, external_id or meta.NAME.',
  },
};

/** `212 of 240 rows find their interaction (88.3 %). No such interaction: 20. Several interactions: 8.` */
export function coverageSentence({ rows, joined, reasons }: JoinCoverage): string {
  if (rows === 0) return 'The file has no rows to join.';
  const share = Math.round((joined / rows) * 1000) / 10;
  const why = Object.entries(reasons)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => ` ${reasonNameOf(reason)}: ${formatCount(count)}.`);
  return `${formatCount(joined)} of ${formatPlural(rows, 'row')} ${rows === 1 ? 'finds its' : 'find their'} interaction (${share} %).${why.join('')}`;
}
