import type { SessionItem } from '../../../shared/contract/context-operations.ts';
import { isAskedAgain } from '../../../shared/domain/signals/asked-again.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSummaries, seqOfItem } from '../../db/tables/items.ts';
import {
  countSession,
  implicitSignals,
  type SessionMember,
  sessionMembers,
  sessionOf,
} from '../../db/tables/session-items.ts';
import { lastInputOf } from '../../db/tables/similar-items.ts';
import { notFound } from './list-items.ts';

export interface SessionInput {
  readonly id: string;
  readonly around?: number | undefined;
}

export interface SessionOfItem {
  readonly items: SessionItem[];
  readonly position: number;
  readonly total: number;
  readonly isWhole: boolean;
}

/** Interactions of a session that are put into order, on each side of the one that is open. */
const window = 500;

/** Longer sessions are no sessions; counting them to the end would hold up everything else. */
const mostCounted = 100_000;

/** The interactions around one in its session. ITEM_NOT_FOUND. */
export function sessionOfItem(database: Database, input: SessionInput): Result<SessionOfItem> {
  const seq = seqOfItem(database, input.id);
  if (seq === null) return notFound(input.id);
  const session = sessionOf(database, seq);
  if (session === null) return succeed({ items: [], position: 0, total: 0, isWhole: true });
  const members = inOrder(sessionMembers(database, session, seq, window));
  const total = countSession(database, session, mostCounted);
  const index = members.findIndex((member) => member.seq === seq);
  const around = input.around ?? 2;
  const start = Math.max(0, index - around);
  // The one before the first one shown tells whether the first asks again.
  const before = Math.max(0, start - 1);
  const read = readMembers(database, members.slice(before, index + around + 1));
  return succeed({
    items: read.slice(start - before),
    position: index + 1,
    total,
    isWhole: members.length === total,
  });
}

/** By time, then in import order. Where one has no time, times say nothing about the others' order either. */
function inOrder(members: readonly SessionMember[]): SessionMember[] {
  const hasTimes = members.every(({ createdAt }) => createdAt !== null);
  return members.toSorted(
    (left, right) => (hasTimes ? (left.createdAt ?? 0) - (right.createdAt ?? 0) : 0) || left.seq - right.seq,
  );
}

/** Of an input that is compared with the one before it. */
const mostCharacters = 100_000;

function readMembers(database: Database, members: readonly SessionMember[]): SessionItem[] {
  const seqs = members.map(({ seq }) => seq);
  const summaries = readSummaries(database, seqs, null);
  const logged = seqs.map((seq) => loggedRequery(database, seq));
  const inputs = seqs.map((seq) => lastInputOf(database, seq, mostCharacters));
  return summaries.map(({ id, input, edited, labelled, createdAt }, index) => {
    const isLogged = logged[index]?.isOne === true || logged[index - 1]?.isFollowed === true;
    const asksSame = isAskedAgain(inputs[index - 1] ?? '', inputs[index] ?? '');
    return {
      id,
      input,
      edited,
      labelled,
      createdAt,
      requery: isLogged ? 'logged' : asksSame ? 'same_input' : null,
    };
  });
}

/** Whether the log says that an interaction is a re-query, and that one followed it. */
function loggedRequery(
  database: Database,
  seq: number,
): { readonly isOne: boolean; readonly isFollowed: boolean } {
  const signals = implicitSignals(database, seq);
  return {
    isOne: signals.some(
      ({ name, number, text }) =>
        /^(is_?)?re[_-]?query$/i.test(name) &&
        (number === null ? /^(true|yes)$/i.test(text ?? '') : number > 0),
    ),
    isFollowed: signals.some(({ name, text }) => name === 'action' && text === 'regenerated'),
  };
}
