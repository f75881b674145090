import type { FixedTarget, Target } from '../../../shared/domain/mapping/mapping.ts';
import type { NamedKind } from './mapping-draft.ts';

/** What each fixed target is, as the mapping table says it. */
export const targetTexts: Readonly<Record<FixedTarget, { readonly name: string; readonly help: string }>> = {
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
};

export const kindTexts: Readonly<Record<NamedKind, { readonly name: string; readonly help: string }>> = {
  label: { name: 'Label', help: 'An answer to a question, e.g. label.verdict' },
  signal: { name: 'Signal', help: 'An observation, e.g. signal.dwell_ms' },
  outcome: { name: 'Outcome', help: 'What came of it, e.g. outcome.replied' },
  meta: { name: 'Metadata', help: 'Kept beside the interaction' },
};

export function nameOfTarget(target: Target): string {
  const fixed = Object.entries(targetTexts).find(([name]) => name === target);
  return fixed === undefined ? target : fixed[1].name;
}

export function helpOfTarget(target: Target): string {
  const fixed = Object.entries(targetTexts).find(([name]) => name === target);
  if (fixed !== undefined) return fixed[1].help;
  const kind = Object.entries(kindTexts).find(([name]) => target.startsWith(`${name}.`));
  return kind === undefined ? '' : kind[1].name;
}
