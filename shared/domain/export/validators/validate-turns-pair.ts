import { isSameText } from '../../text/is-same-text.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { type Turn, validateTurns } from './validate-turns.ts';

/** Turns that are to be answered, with a better and a worse answer; an answer that cannot be read is undefined. */
export function validateTurnsPair(
  turns: readonly Turn[],
  better: string | undefined,
  worse: string | undefined,
  order: { readonly alternate: 'error' | 'warning' },
): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  if (turns.at(-1)?.side !== 'user') {
    findings.push(
      rowError('prompt_not_ending_on_user', 'The input does not end with the user’s or a tool’s message.'),
    );
  } else {
    const answered: Turn = { side: 'assistant', text: better ?? null };
    findings.push(...validateTurns([...turns, answered], order));
  }
  return [...findings, ...validatePairTexts(better, worse)];
}

/** What is wrong with a worse answer, and with the two together. */
export function validatePairTexts(
  better: string | undefined,
  worse: string | undefined,
): readonly RowFinding[] {
  const findings: RowFinding[] = [];
  if (worse?.trim() === '') findings.push(rowError('empty_content', 'The other answer is empty.'));
  if (better !== undefined && worse !== undefined && isSameText(better, worse)) {
    findings.push(rowError('identical_preference', 'Both answers are the same, apart from white space.'));
  }
  return findings;
}
