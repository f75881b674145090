import { rowError } from '../row-finding.ts';
import { promptOfTurns } from '../validators/validate-blocks.ts';
import { readSpeakers, type SpeakerShape } from '../validators/validate-speakers.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { speakerTurns } from './speaker-turns.ts';

/** FORMATS A.10, as LLaMA-Factory ff6d4d1 reads it; definitions of tools are JSON as text. */
export const sharegpt: FormatOf<'supervised'> = {
  name: 'ShareGPT',
  sentence: 'Conversations of human and gpt; read by LLaMA-Factory, ms-swift, Unsloth and older trainers.',
  kind: 'supervised',
  write: (example) => {
    const blocked = obstacle(example, { tools: true, masks: false });
    if (blocked !== null) return blocked;
    const turns = speakerTurns(example.prompt);
    if (!turns.ok) return turns;
    return {
      ok: true,
      value: {
        conversations: [
          ...turns.value.map(({ speaker, text }) => ({ from: speaker, value: text })),
          { from: 'gpt', value: example.answer.toWellFormed() },
        ],
        ...(example.tools === undefined ? {} : { tools: JSON.stringify(example.tools) }),
      },
    };
  },
  keys: ['conversations', 'system', 'tools'],
  validate: (row) => [
    ...readSpeakers(row['conversations'], shape).findings,
    ...(row['tools'] === undefined || typeof row['tools'] === 'string' ? [] : [wrongTools]),
  ],
  promptOf: (row) => {
    const { system, turns } = readSpeakers(row['conversations'], shape);
    return promptOfTurns(typeof row['system'] === 'string' ? row['system'] : system, turns);
  },
};

const shape: SpeakerShape = {
  speaker: 'from',
  text: 'value',
  system: 'system',
  asking: ['human', 'observation'],
  answering: ['gpt', 'function_call'],
};

const wrongTools = rowError('tools', 'tools is not JSON as text.');
