import { snakeCase } from '../mapping/snake-case.ts';

/** Names that logs have for signals of the catalogue, in snake case. */
const names: Readonly<Record<string, readonly string[]>> = {
  rating: ['rating', 'stars', 'user_rating'],
  thumbs: ['thumbs', 'thumb'],
  correction: [
    'correction',
    'corrected_text',
    'free_text_correction',
    'expected',
    'expected_output',
    'ideal',
  ],
  comment: ['comment', 'user_comment', 'feedback_comment'],
  accepted: ['accepted', 'is_accepted', 'was_accepted'],
  discarded: ['discarded', 'rejected', 'dismissed', 'is_discarded', 'was_discarded'],
  requeried: ['requeried', 're_queried', 'was_requeried', 'asked_again'],
  copied: ['copied', 'is_copied', 'was_copied'],
  abandoned: ['abandoned', 'session_abandoned'],
  kept_share: ['share_kept', 'kept_share', 'accepted_share'],
  survived: ['survived', 'survival', 'share_survived', 'survived_verbatim'],
  time_to_action: [
    'time_to_action',
    'time_to_action_ms',
    'decision_ms',
    'decision_time',
    'decision_time_ms',
    'time_to_decision_ms',
    'time_to_send',
    'time_to_send_s',
    'time_to_send_ms',
    'time_to_accept_ms',
  ],
  dwell: [
    'dwell',
    'dwell_ms',
    'dwell_s',
    'dwell_time',
    'dwell_time_ms',
    'time_spent',
    'time_spent_ms',
    'view_time_ms',
  ],
};

/** Read together with the action, or from which a signal is worked out. */
const readElsewhere = new Set(['action']);

const signalOfName: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([signal, known]) => known.map((name) => [name, signal] as const)),
);

/** How far accepted text was changed at several later times: `edit_share_1`, `EditPercentage30s`. */
const laterEdit = /^edit_?(?:share|percentage|pct)_?(\d+)/i;

/** Of a signal that tells what share of an accepted text was changed at a later time, which time; else null. */
export function laterEditOf(name: string): number | null {
  const place = laterEdit.exec(name)?.[1];
  return place === undefined ? null : Number(place);
}

/**
 * The signal of the catalogue that a signal of the log means, by the settings, else by its name; null where it means none.
 */
export function meaningOf(name: string, mapped: Readonly<Record<string, string>>): string | null {
  const chosen = mapped[name];
  if (chosen !== undefined) return chosen;
  const plain = snakeCase(name);
  if (readElsewhere.has(plain)) return 'accepted';
  return signalOfName.get(plain) ?? (laterEditOf(plain) === null ? null : 'survived');
}
