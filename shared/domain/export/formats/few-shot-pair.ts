import type { Result } from '../../../result/result.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { SupervisedExample } from '../example.ts';
import { rowError, type RowFinding, skip, type SkippedRow } from '../row-finding.ts';
import { conversationText } from './conversation-text.ts';
import { obstacle } from './obstacle.ts';

/** An example as two texts. A type, so that it is a JSON object as well. */
export type FewShotPair = {
  readonly input: string;
  readonly output: string;
};

/** Input and answer as texts; why there are none. */
export function fewShotPair(example: SupervisedExample): Result<FewShotPair, SkippedRow> {
  const tools = obstacle(example, { tools: false, masks: true });
  if (tools !== null) return tools;
  const input = conversationText(example.prompt);
  if (input === null) return skip('missing_user_message', 'There is no input beside a system prompt.');
  return { ok: true, value: { input, output: example.answer.toWellFormed() } };
}

export function validateFewShotPair(row: JsonObject): readonly RowFinding[] {
  return (['input', 'output'] as const).flatMap((key) => validateText(key, row[key]));
}

/** A text of a row that `fewShotPair` wrote. */
export function pairText(row: JsonObject, key: keyof FewShotPair): string {
  const text = row[key];
  return typeof text === 'string' ? text : '';
}

function validateText(key: string, text: Json | undefined): readonly RowFinding[] {
  if (typeof text !== 'string') return [rowError('missing_content', `"${key}" is no text.`)];
  return text.trim() === '' ? [rowError('empty_content', `"${key}" is empty.`)] : [];
}

export function fewShotPromptOf(row: JsonObject): readonly JsonObject[] {
  return [{ role: 'user', content: row['input'] ?? '' }];
}
