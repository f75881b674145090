import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { listOf } from '../validators/message-parts.ts';
import { promptOfTurns } from '../validators/validate-blocks.ts';
import { validateKeys } from '../validators/validate-keys.ts';
import { readSpeakers, type SpeakerShape } from '../validators/validate-speakers.ts';
import { validatePairTexts } from '../validators/validate-turns-pair.ts';
import { dataFiles, dataName } from './data-name.ts';
import type { FormatOf, SideFile } from './format.ts';
import { type Speaker, speakerTurns } from './speaker-turns.ts';

/** FORMATS A.10: ShareGPT with ranking, LLaMA-Factory ff6d4d1. */
export const llamaFactoryPreference: FormatOf<'preference'> = {
  name: 'Preference (LLaMA-Factory)',
  sentence:
    'Conversations that end with the human, with a chosen (the edit) and a rejected answer, and the entry of dataset_info.json that LLaMA-Factory finds them by.',
  kind: 'preference',
  write: ({ prompt, chosen, rejected, tools }) => {
    const turns = speakerTurns(prompt);
    if (!turns.ok) return turns;
    return {
      ok: true,
      value: {
        conversations: turns.value.map(({ speaker, text }) => turn(speaker, text)),
        chosen: turn('gpt', chosen.toWellFormed()),
        rejected: turn('gpt', rejected.toWellFormed()),
        ...(tools === undefined ? {} : { tools: JSON.stringify(tools) }),
      },
    };
  },
  keys: ['conversations', 'chosen', 'rejected', 'system', 'tools'],
  validate: (row) => [
    ...answered(row).findings,
    ...validateRejected(row['rejected']),
    ...validatePairTexts(textOf(row['chosen']), textOf(row['rejected'])),
    ...(row['tools'] === undefined || typeof row['tools'] === 'string' ? [] : [wrongTools]),
  ],
  promptOf: (row) => {
    const { system, turns } = answered(row);
    return promptOfTurns(typeof row['system'] === 'string' ? row['system'] : system, turns);
  },
  sideFiles: (names) => [datasetInfo(dataFiles(names))],
};

const shape: SpeakerShape = {
  speaker: 'from',
  text: 'value',
  system: 'system',
  asking: ['human', 'observation'],
  answering: ['gpt', 'function_call'],
};

function turn(from: Speaker, value: string): JsonObject {
  return { from, value };
}

/** The conversation with its chosen answer as the last turn. */
function answered(row: JsonObject): ReturnType<typeof readSpeakers> {
  return readSpeakers([...listOf(row['conversations']), row['chosen'] ?? null], shape);
}

function validateRejected(answer: Json | undefined): readonly RowFinding[] {
  if (!isJsonObject(answer) || answer['from'] !== 'gpt') {
    return [rowError('one_assistant_message', 'The rejected answer is not one turn of gpt.')];
  }
  const hasText = typeof answer['value'] === 'string';
  return [
    ...validateKeys(answer, ['from', 'value']),
    ...(hasText ? [] : [rowError('missing_content', 'The rejected answer has no text.')]),
  ];
}

function textOf(answer: Json | undefined): string | undefined {
  const value = isJsonObject(answer) ? answer['value'] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** One entry for each file, named as the file is without its ending. */
function datasetInfo(files: readonly string[]): SideFile {
  const entries = files.map((file) => [
    dataName(file),
    {
      file_name: file,
      formatting: 'sharegpt',
      ranking: true,
      columns: { messages: 'conversations', chosen: 'chosen', rejected: 'rejected' },
    },
  ]);
  return { name: 'dataset_info.json', entries: Object.fromEntries(entries) };
}

const wrongTools = rowError('tools', 'tools is not JSON as text.');
