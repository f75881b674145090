import { outputSignal, type PlanDraft, type PlanField } from './plan-signal.ts';
import { privacyNote } from './privacy-notes.ts';

/** How a signal is usually logged: names are those that the import of event logs knows (docs/event-folds.md). */
interface UsualEvent {
  readonly event: string;
  readonly fields: readonly PlanField[];
}

/** The usual way to log a signal on a surface, proposed. */
export function draftSignal(surface: string, signal: string, why = ''): PlanDraft {
  const { event, fields } = usualEvent(signal);
  return {
    surface,
    signal,
    event,
    fields: [...commonFields(surface), ...fields],
    privacy: privacyNote(signal),
    owner: '',
    status: 'proposed',
    why,
    note: '',
  };
}

function usualEvent(signal: string): UsualEvent {
  if (signal.startsWith('outcome.')) return outcomeEvent(signal.slice('outcome.'.length));
  return usualEvents[signal] ?? { event: signal, fields: [] };
}

/** A field of its own for each outcome, so that its file is read without being told how. */
function outcomeEvent(outcome: string): UsualEvent {
  return {
    event: outcome,
    fields: [
      field(`outcome_${outcome}`, 'boolean', 'true', 'Whether it came. Log no as well, once it is sure.'),
    ],
  };
}

/** What every event says: what it is about, where, who and when. */
function commonFields(surface: string): PlanField[] {
  return [
    field(
      'interaction_id',
      'string',
      'a1f3c2',
      'Id of the output, made where it is generated; all events about it have the same.',
    ),
    field('session_id', 'string', 's-2041', 'Id of the visit or conversation.'),
    field('user_id', 'string', 'u-7d91', 'Pseudonym of the user: the same for all of their events.'),
    field('surface', 'string', surface === '' ? 'editor' : surface, 'Where in the product it happened.'),
    field('at', 'time', '2026-01-15T09:30:00.000Z', 'When it happened, in UTC.'),
  ];
}

const finalText = field(
  'final_text',
  'string',
  'Hello Ana, your order is on its way.',
  'The whole text that the person used in the end, also where it is the output as it was.',
);

const usualEvents: Readonly<Record<string, UsualEvent>> = {
  [outputSignal]: {
    event: 'shown',
    fields: [
      field('output', 'string', 'Hi Ana, your order is on the way!', 'The whole output, as it was shown.'),
      optional('input', 'string', 'Where is my order?', 'What the model was asked.'),
      field('model', 'string', 'model-1', 'Model that wrote it.'),
      field('prompt_version', 'string', 'reply@3', 'Version of the prompt.'),
    ],
  },
  edited: { event: 'sent', fields: [finalText] },
  edit_distance: { event: 'sent', fields: [finalText] },
  kept_share: { event: 'sent', fields: [finalText] },
  // The import takes a text of its own file for an edit; a comment stays what was said.
  correction: {
    event: 'rated',
    fields: [
      field('comment', 'string', 'It should name the day of delivery.', 'What the output should have said.'),
    ],
  },
  rating: {
    event: 'rated',
    fields: [
      field('rating', 'number', '4', 'On the same scale everywhere, such as 1 to 5.'),
      optional('comment', 'string', 'Too long', 'What the person wrote about it.'),
    ],
  },
  thumbs: {
    event: 'rated',
    fields: [
      field('thumbs', 'string', 'up', 'up or down'),
      optional('comment', 'string', 'Too long', 'What the person wrote about it.'),
    ],
  },
  comment: {
    event: 'rated',
    fields: [field('comment', 'string', 'Too long', 'What the person wrote about it.')],
  },
  accepted: { event: 'accepted', fields: [] },
  discarded: { event: 'discarded', fields: [] },
  requeried: { event: 'regenerated', fields: [] },
  copied: { event: 'copied', fields: [] },
  survived: {
    event: 'still_there',
    fields: [
      field('survived', 'number', '0.92', 'Share of the output’s words that are still there, 0 to 1.'),
    ],
  },
  time_to_action: { event: 'accepted', fields: [] },
  dwell: { event: 'accepted', fields: [] },
  abandoned: { event: 'session_end', fields: [] },
};

function field(name: string, type: PlanField['type'], example: string, description: string): PlanField {
  return { name, type, required: true, example, description };
}

function optional(name: string, type: PlanField['type'], example: string, description: string): PlanField {
  return { ...field(name, type, example, description), required: false };
}
