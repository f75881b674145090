import type { FixedTarget, ListTarget, Target } from '../../../shared/domain/mapping/mapping.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import type { NamedKind, RowsMeaning } from './mapping-draft.ts';

interface TargetText {
  readonly name: string;
  readonly help: string;
}

/** What each target without a name of its own is, as the mapping table says it. */
export const targetTexts: Readonly<Record<FixedTarget | ListTarget, TargetText>> = {
  output: { name: 'Output', help: 'The text that the AI wrote' },
  edit: { name: 'Edit', help: 'The text a person left in its place' },
  input: { name: 'Input', help: 'What the AI was asked, as text' },
  messages: { name: 'Messages', help: 'The conversation, as a list with roles' },
  system: { name: 'System prompt', help: 'Instructions in front of the conversation' },
  external_id: { name: 'Id', help: 'Your own id of the interaction' },
  session: { name: 'Session', help: 'Which conversation or visit it belongs to' },
  user: { name: 'User', help: 'Who asked' },
  model: { name: 'Model', help: 'Which model wrote the output' },
  prompt_version: { name: 'Prompt version', help: 'Which version of the prompt was live' },
  created_at: { name: 'Created at', help: 'When the AI was called' },
  edited_at: { name: 'Edited at', help: 'When the person finished the edit' },
  rating: { name: 'Rating', help: 'Stars, thumbs or a score from the user' },
  action: { name: 'Action', help: 'What the user did: accepted, edited, discarded' },
  comment: { name: 'Comment', help: 'What the user said about the output' },
  annotator: { name: 'Annotator', help: 'Who made the edit and the labels' },
  keys: { name: 'Further ids', help: 'A list of ids by which other files name it, such as a trace’s' },
  edits: { name: 'Several edits', help: 'A list of texts, each with its annotator and time' },
  signals: { name: 'Several signals', help: 'A list of ratings, comments, durations, costs' },
  labels: { name: 'Several labels', help: 'A list of answers, each with its question and annotator' },
  spans: {
    name: 'Labels on parts',
    help: 'A list of parts of the output, each with a failure mode or severity',
  },
};

/** What some targets mean where rows belong to interactions that are there already. */
const attachmentTexts: Readonly<Partial<Record<Target, TargetText>>> = {
  external_id: { name: 'Id of the interaction', help: 'As the file of the outputs has it' },
  keys: { name: 'Further ids', help: 'Tried in order where the id is empty or unknown' },
  session: { name: 'Session', help: 'Without an id: the session’s rows in their order' },
  created_at: { name: 'Time', help: 'When it was observed' },
};

/** And what they mean where rows are joined by them in another way than by id. */
const joinTexts: Readonly<Record<JoinMethod['by'], Readonly<Partial<Record<Target, TargetText>>>>> = {
  id: {},
  session: {
    session: { name: 'Session', help: 'As the file of the outputs has it' },
    created_at: { name: 'Time', help: 'When it was observed; the output came before' },
  },
  user_window: {
    user: { name: 'User', help: 'As the file of the outputs has it' },
    created_at: { name: 'Time', help: 'When it was observed; the output came before' },
  },
  key: {},
};

export const kindTexts: Readonly<Record<NamedKind, TargetText>> = {
  label: { name: 'Label', help: 'An answer to a question, e.g. label.verdict' },
  signal: { name: 'Signal', help: 'An observation, e.g. signal.dwell_ms' },
  outcome: { name: 'Outcome', help: 'What came of it, e.g. outcome.replied' },
  meta: { name: 'Metadata', help: 'Kept beside the interaction' },
};

export function textOfTarget(target: Target, { brings, join }: RowsMeaning): TargetText {
  const special =
    brings === 'attachments' ? (joinTexts[join.by][target] ?? attachmentTexts[target]) : undefined;
  if (special !== undefined) return special;
  const known = Object.entries(targetTexts).find(([name]) => name === target);
  if (known !== undefined) return known[1];
  const kind = Object.entries(kindTexts).find(([name]) => target.startsWith(`${name}.`));
  return { name: target, help: kind === undefined ? '' : kind[1].name };
}
