import { rowError } from '../row-finding.ts';
import { promptOfTurns } from '../validators/validate-blocks.ts';
import { readSpeakers, type SpeakerShape } from '../validators/validate-speakers.ts';
import { dataFiles } from './data-name.ts';
import type { FormatOf, SideFile } from './format.ts';
import { obstacle } from './obstacle.ts';
import { type Speaker, speakerTurns } from './speaker-turns.ts';

/** FORMATS A.10: LLaMA-Factory ff6d4d1; dataset_info.json tells it the names of the keys and roles. */
export const llamaFactory: FormatOf<'supervised'> = {
  name: 'LLaMA-Factory',
  sentence:
    'Conversations with the entry of dataset_info.json that LLaMA-Factory finds them by; it leaves wrong rows out without a word.',
  kind: 'supervised',
  write: (example) => {
    const blocked = obstacle(example, { tools: true, masks: false });
    if (blocked !== null) return blocked;
    const turns = speakerTurns(example.prompt);
    if (!turns.ok) return turns;
    return {
      ok: true,
      value: {
        messages: [
          ...turns.value.map(({ speaker, text }) => ({ role: roles[speaker], content: text })),
          { role: roles.gpt, content: example.answer.toWellFormed() },
        ],
        ...(example.tools === undefined ? {} : { tools: JSON.stringify(example.tools) }),
      },
    };
  },
  keys: ['messages', 'system', 'tools'],
  validate: (row) => [
    ...readSpeakers(row['messages'], shape).findings,
    ...(row['tools'] === undefined || typeof row['tools'] === 'string' ? [] : [wrongTools]),
  ],
  promptOf: (row) => {
    const { system, turns } = readSpeakers(row['messages'], shape);
    return promptOfTurns(typeof row['system'] === 'string' ? row['system'] : system, turns);
  },
  sideFiles: (names) => [datasetInfo(dataFiles(names))],
};

const roles = {
  system: 'system',
  human: 'user',
  gpt: 'assistant',
  function_call: 'function_call',
  observation: 'observation',
} as const satisfies Record<Speaker, string>;

const shape: SpeakerShape = {
  speaker: 'role',
  text: 'content',
  system: roles.system,
  asking: [roles.human, roles.observation],
  answering: [roles.gpt, roles.function_call],
};

/** One entry for each file, named as the file is without its extension. */
function datasetInfo(files: readonly string[]): SideFile {
  const entries = files.map((file) => [
    file.replace(/\.(?:jsonl?|parquet|csv)(?:\.gz|\.zst)?$/i, ''),
    {
      file_name: file,
      formatting: 'sharegpt',
      columns: { messages: 'messages' },
      tags: {
        role_tag: shape.speaker,
        content_tag: shape.text,
        user_tag: roles.human,
        assistant_tag: roles.gpt,
        observation_tag: roles.observation,
        function_tag: roles.function_call,
        system_tag: roles.system,
      },
    },
  ]);
  return { name: 'dataset_info.json', entries: Object.fromEntries(entries) };
}

const wrongTools = rowError('tools', 'tools is not JSON as text.');
