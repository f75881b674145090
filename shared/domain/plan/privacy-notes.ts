import { outputSignal } from './plan-signal.ts';

const pseudonym = 'Pseudonymise user_id before it is written, with a key that is not kept beside the log.';

const texts = `Texts may hold personal data: name a time after which they are deleted, and who may read them. ${pseudonym}`;

const notes: Readonly<Record<string, string>> = {
  [outputSignal]: texts,
  edited: `The final text is what a person wrote. ${texts} Tell people that it is logged.`,
  edit_distance: texts,
  kept_share: texts,
  correction: texts,
  comment: texts,
  rating: `A comment may hold personal data. ${pseudonym}`,
  thumbs: `A comment may hold personal data. ${pseudonym}`,
  time_to_action: `Times per person can be read as a measure of their work: report them over many people. ${pseudonym}`,
  dwell: `Times per person can be read as a measure of their work: report them over many people. ${pseudonym}`,
};

/** What to mind of the people behind a signal. */
export function privacyNote(signal: string): string {
  if (signal.startsWith('outcome.'))
    return `Log that it came and when, not the details of who bought or wrote what. ${pseudonym}`;
  return notes[signal] ?? pseudonym;
}
