import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { listOf } from '../validators/message-parts.ts';
import { type BlockShape, promptOfTurns, readBlocks, textOfBlocks } from '../validators/validate-blocks.ts';
import { validateKeys } from '../validators/validate-keys.ts';
import { validateTurnsPair } from '../validators/validate-turns-pair.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { systemAndTurns } from './system-and-turns.ts';

/** FORMATS A.6. */
export const novaDpo: FormatOf<'preference'> = {
  name: 'Preference (Nova, Bedrock)',
  sentence:
    'Conversations in the shape of Bedrock’s Converse whose last turn has two candidates, the edit preferred; read by AWS for Amazon Nova models.',
  kind: 'preference',
  write: ({ prompt, chosen, rejected }) => {
    const blocked = obstacle({ prompt, trains: 'all' }, { tools: false, masks: true });
    if (blocked !== null) return blocked;
    const split = systemAndTurns(prompt);
    if (!split.ok) return split;
    const { system, turns } = split.value;
    return {
      ok: true,
      value: {
        schemaVersion,
        ...(system === null ? {} : { system: [{ text: system }] }),
        messages: [
          ...turns.map(({ side, text }) => ({ role: side, content: [{ text }] })),
          {
            role: 'assistant',
            candidates: [candidate(chosen, 'preferred'), candidate(rejected, 'non-preferred')],
          },
        ],
      },
    };
  },
  keys: ['schemaVersion', 'system', 'messages'],
  validate: (row) => {
    const { turns, findings } = readPrompt(row);
    const { system } = row;
    return [
      ...(row['schemaVersion'] === schemaVersion ? [] : [wrongVersion]),
      ...(system === undefined || typeof textOfBlocks(system, []) === 'string' ? [] : [wrongSystem]),
      ...findings,
      ...validateCandidates(row),
      ...(turns.length === 0
        ? []
        : validateTurnsPair(turns, textOfLabel(row, 'preferred'), textOfLabel(row, 'non-preferred'), {
            alternate: 'error',
          })),
    ];
  },
  promptOf: (row) =>
    promptOfTurns(textOfBlocks(row['system'], []), [
      ...readPrompt(row).turns,
      { side: 'assistant', text: null },
    ]),
  fewest: { rows: 100, message: 'Fewer than 100 training rows: AWS recommends more for each task.' },
};

const schemaVersion = 'bedrock-conversation-2024';

type PreferenceLabel = 'preferred' | 'non-preferred';

const shape: BlockShape = {
  user: 'user',
  assistant: 'assistant',
  blocks: 'content',
  others: ['image', 'video'],
};

function candidate(text: string, preferenceLabel: PreferenceLabel): JsonObject {
  return { content: [{ text: text.toWellFormed() }], preferenceLabel };
}

/** Everything before the turn with the candidates. */
function readPrompt(row: JsonObject): ReturnType<typeof readBlocks> {
  return readBlocks(listOf(row['messages']).slice(0, -1), shape);
}

function candidatesOf(row: JsonObject): readonly Json[] {
  const last = listOf(row['messages']).at(-1);
  return isJsonObject(last) && last['role'] === 'assistant' ? listOf(last['candidates']) : [];
}

function validateCandidates(row: JsonObject): readonly RowFinding[] {
  const candidates = candidatesOf(row);
  const labels = new Set(candidates.map((one) => (isJsonObject(one) ? one['preferenceLabel'] : undefined)));
  if (candidates.length !== 2 || !labels.has('preferred') || !labels.has('non-preferred')) {
    return [
      rowError(
        'two_candidates',
        'The last turn is not the assistant’s with two candidates, one preferred and one non-preferred.',
      ),
    ];
  }
  return candidates.filter(isJsonObject).flatMap(validateCandidate);
}

function validateCandidate(one: JsonObject): readonly RowFinding[] {
  const findings = validateKeys(one, ['content', 'preferenceLabel']);
  if (typeof textOfBlocks(one['content'], []) === 'string') return findings;
  return [...findings, rowError('missing_content', 'A candidate has no list of blocks with text.')];
}

function textOfLabel(row: JsonObject, label: PreferenceLabel): string | undefined {
  const found = candidatesOf(row).find((one) => isJsonObject(one) && one['preferenceLabel'] === label);
  return isJsonObject(found) ? (textOfBlocks(found['content'], []) ?? undefined) : undefined;
}

const wrongVersion = rowError('schema_version', `schemaVersion is not "${schemaVersion}".`);

const wrongSystem = rowError('missing_content', 'system is not a list of blocks with text.');
