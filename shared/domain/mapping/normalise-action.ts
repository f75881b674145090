/** What a person did with an output, in the words of the glossary. */
export const knownActions = [
  'accepted',
  'edited',
  'discarded',
  'regenerated',
  'copied',
  'sent',
  'ignored',
] as const;

export type KnownAction = (typeof knownActions)[number];

/** Words seen in logs for each action, lower case with underscores. */
const synonyms: Readonly<Record<KnownAction, readonly string[]>> = {
  accepted: [
    'accept',
    'accepted',
    'approve',
    'approved',
    'insert',
    'inserted',
    'apply',
    'applied',
    'keep',
    'kept',
    'use',
    'used',
    'tab',
  ],
  edited: [
    'edit',
    'edited',
    'modify',
    'modified',
    'change',
    'changed',
    'corrected',
    'correct',
    'accepted_with_edits',
    'revised',
  ],
  discarded: [
    'discard',
    'discarded',
    'reject',
    'rejected',
    'dismiss',
    'dismissed',
    'decline',
    'declined',
    'delete',
    'deleted',
    'undo',
    'undone',
  ],
  regenerated: [
    'regenerate',
    'regenerated',
    'retry',
    'retried',
    'requery',
    'requeried',
    're_query',
    'reroll',
    'regenerated_response',
  ],
  copied: ['copy', 'copied', 'copy_to_clipboard', 'copied_to_clipboard'],
  sent: ['send', 'sent', 'submit', 'submitted', 'publish', 'published', 'post', 'posted'],
  ignored: [
    'ignore',
    'ignored',
    'abandon',
    'abandoned',
    'skip',
    'skipped',
    'timeout',
    'timed_out',
    'no_action',
    'none',
    'undecided',
  ],
};

const actionOfWord: ReadonlyMap<string, KnownAction> = new Map(
  knownActions.flatMap((action) => synonyms[action].map((word) => [word, action] as const)),
);

/** The known action a log's word means, or the word as written where it means none of them. */
export function normaliseAction(text: string): string {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return actionOfWord.get(word) ?? text;
}

/** Whether a text is a word for a known action. */
export function isActionWord(text: string): boolean {
  return actionOfWord.has(
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
}
