import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import type {
  AttachmentMatch,
  MappedAttachment,
  RowProblem,
} from '../../../shared/domain/mapping/mapped-row.ts';
import type { Database } from '../../db/database.ts';
import {
  findAllInSession,
  findByExternalId,
  findByKey,
  findBySeq,
  findInSession,
  findLastInSession,
} from '../../db/tables/interaction-keys.ts';
import type { StoredInteraction } from '../../db/tables/interactions.ts';
import type { JoinKeys, KeyedInteraction } from '../../db/tables/join-keys.ts';
import { buildJoinKeys } from './build-join-keys.ts';

/** Finds the interactions that a row of attachments belongs to, at least one, or says why there is none. */
export interface JoinFinder {
  readonly find: (attachment: MappedAttachment) => readonly StoredInteraction[] | RowProblem;
  readonly close: () => void;
}

/** Longer sessions would be held for too long by one row. */
const mostOfSession = 1000;

/**
 * Makes the finder of one import. What a join by user or key needs is gathered first, with a pause after each page.
 *
 * - By id: the one interaction of the first id that is an external id, else the last one that has one of the ids as a key,
 *   such as a trace's; without any id, the n-th row of a session belongs to the session's n-th interaction.
 * - Else by what the row's match says. Of interactions with the very same time none is the last: then, as where two have one
 *   key, it is not known which is meant, and the order of imports does not decide.
 */
export async function openJoin(
  database: Database,
  { joinSources, join }: ImportOptions,
  goesOn: () => Promise<boolean>,
): Promise<JoinFinder> {
  const sources = joinSources === undefined ? null : JSON.stringify(joinSources);
  const keys = join === undefined ? null : await buildJoinKeys(database, join, { sources, goesOn });
  const findById = createIdFinder(database, sources);
  return {
    close: () => keys?.close(),
    find: (attachment) => {
      const { match } = attachment;
      if (match.by === 'id') return findById(attachment);
      if (match.by === 'session') return findOfSession(database, match, sources);
      return keys === null
        ? noMatch('Rows of this import are joined in another way.')
        : findKeyed(database, match, keys);
    },
  };
}

type Found = readonly StoredInteraction[] | RowProblem;

function createIdFinder(database: Database, sources: string | null): (attachment: MappedAttachment) => Found {
  const places = new Map<string, number>();
  return ({ ids, session }) => {
    for (const id of ids) {
      const [first, second] = findByExternalId(database, id, sources);
      if (second !== undefined)
        return ambiguous(
          `More than one interaction has the id ${id}. Join with the file that it belongs to alone.`,
        );
      const found = first ?? findByKey(database, id, sources);
      if (found !== null) return [found];
    }
    if (ids.length > 0) return noMatch(`No interaction has the id ${ids.join(' or ')}.`);
    const place = places.get(session ?? '') ?? 0;
    places.set(session ?? '', place + 1);
    const found = session === null ? null : findInSession(database, session, place, sources);
    return found === null ? noMatch(`The session ${session ?? ''} has no further interaction.`) : [found];
  };
}

function findOfSession(
  database: Database,
  { session, which, at }: Extract<AttachmentMatch, { by: 'session' }>,
  sources: string | null,
): Found {
  if (which === 'all') {
    const all = findAllInSession(database, session, mostOfSession + 1, sources);
    if (all.length > mostOfSession)
      return ambiguous(
        `The session ${session} has more than ${mostOfSession} interactions. Join with the last one of the session.`,
      );
    return all.length === 0 ? noMatch(`No interaction has the session ${session}.`) : all;
  }
  const [last, before] = findLastInSession(database, session, at?.ms ?? null, sources);
  if (last === undefined)
    return noMatch(
      at === null
        ? `No interaction has the session ${session}.`
        : `No interaction of the session ${session} was before ${timeText(at.ms)}.`,
    );
  if (before !== undefined && before.createdAt === last.createdAt)
    return ambiguous(
      last.createdAt === null
        ? `The session ${session} has several interactions without a time, so none is the last. Join with all of the session.`
        : `The session ${session} has several interactions at ${timeText(last.createdAt)}, so none is the last. Join by id or key.`,
    );
  return [last];
}

function findKeyed(
  database: Database,
  match: Extract<AttachmentMatch, { by: 'user_window' | 'key' }>,
  keys: JoinKeys,
): Found {
  const isKey = match.by === 'key';
  const [names, from, to] = isKey ? [match.keys, 0, 0] : [match.users, match.from, match.to];
  const [last, before] = names
    .flatMap((name) => keys.find(name, from, to))
    .toSorted((a: KeyedInteraction, b: KeyedInteraction) => b.at - a.at);
  const shown = names[0] ?? '';
  if (last === undefined)
    return noMatch(
      isKey
        ? `No interaction has the key ${shown}.`
        : `The user ${shown} has no interaction between ${timeText(from)} and ${timeText(to)}.`,
    );
  if (before !== undefined && before.at === last.at)
    return ambiguous(
      isKey
        ? `More than one interaction has the key ${shown}. Add what tells them apart to the key.`
        : `The user ${shown} has several interactions at ${timeText(last.at)}, so none is the last. Join by id or key.`,
    );
  const found = findBySeq(database, last.seq);
  return found === null ? noMatch('The interaction was removed meanwhile.') : [found];
}

function timeText(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}

function ambiguous(message: string): RowProblem {
  return { reason: 'ambiguous_match', message };
}

function noMatch(message: string): RowProblem {
  return { reason: 'no_match', message: `${message} Import the outputs, then try the rejects again.` };
}
