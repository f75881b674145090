import { openAiMessages } from '../format-messages.ts';
import type { Json } from '../../json.ts';
import { rowError } from '../row-finding.ts';
import { dataFiles, dataName } from './data-name.ts';
import type { FormatOf, SideFile } from './format.ts';
import { promptOfInput, validateInput, validateTarget } from './inspect.ts';
import { obstacle } from './obstacle.ts';
import { rubricOf } from './rubric.ts';

/** FORMATS A.14: openai/evals at 4bfc1f5, which is not the hosted service that closes. */
export const openAiEvals: FormatOf<'evaluation'> = {
  name: 'OpenAI Evals (open source)',
  sentence:
    'A row for each edit, with the conversation as input and the edit as ideal, and the entry of the registry beside it; read by oaieval.',
  kind: 'evaluation',
  write: ({ prompt, ideal, about }) => {
    const blocked = obstacle({ prompt, trains: 'all' }, { tools: false, masks: true });
    if (blocked !== null) return blocked;
    return {
      ok: true,
      value: {
        input: openAiMessages(prompt),
        ideal: ideal.toWellFormed(),
        ...(about === undefined ? {} : { criteria: rubricOf(about) }),
      },
    };
  },
  keys: ['input', 'ideal', 'criteria'],
  validate: (row) => [
    ...validateInput(row['input']),
    ...validateTarget(row['ideal']),
    ...(row['criteria'] === undefined || isFilled(row['criteria'])
      ? []
      : [rowError('criteria', '"criteria" is no text with something in it.')]),
  ],
  promptOf: (row) => promptOfInput(row['input']),
  sideFiles: (names) => [
    registryOf(dataName(names.training), dataFiles(names), names.perMode === true ? 'closedqa' : 'fact'),
  ],
};

function isFilled(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/**
 * JSON is YAML as well. An edit is one good answer among others, so that a model compares by facts rather than by
 * letters.
 */
function registryOf(name: string, files: readonly string[], spec: 'fact' | 'closedqa'): SideFile {
  const entries = files.flatMap((file) => {
    const id = `${dataName(file)}.dev.v0`;
    const args = { samples_jsonl: file, eval_type: 'cot_classify', modelgraded_spec: spec };
    return [
      [dataName(file), { id, metrics: ['accuracy'] }],
      [id, { class: 'evals.elsuite.modelgraded.classify:ModelBasedClassify', args }],
    ] as const;
  });
  return { name: `${name}.evals.yaml`, entries: Object.fromEntries(entries) };
}
