import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { openAiMessages } from '../format-messages.ts';
import { rowError, rowWarning, type RowFinding } from '../row-finding.ts';
import { dialects } from '../validators/dialects.ts';
import { listOf, roleOf } from '../validators/message-parts.ts';
import { validatePrompt } from '../validators/validate-answers.ts';
import { validateTools } from '../validators/validate-tools.ts';
import type { FileRules, FormatOf } from './format.ts';

/** FORMATS A.3: any key beside messages and tools is a field that the grader can name. */
export const openAiRft: FormatOf<'supervised'> = {
  name: 'Reinforcement (OpenAI)',
  sentence:
    'Inputs with the wanted answer as reference_answer, which a grader compares with; read by OpenAI, Azure, Bedrock and Fireworks.',
  kind: 'supervised',
  write: ({ prompt, answer, score, tools }) => ({
    ok: true,
    value: {
      messages: openAiMessages(prompt).map(asDeveloper),
      ...(tools === undefined ? {} : { tools }),
      reference_answer: answer.toWellFormed(),
      ...(score === undefined ? {} : { [score.by]: score.value }),
    },
  }),
  keys: null,
  validate: (row) => [
    ...validatePrompt(row['messages'], dialects.rft),
    ...(roleOf(listOf(row['messages']).at(-1) ?? null) === 'tool' ? [endsOnTool] : []),
    ...validateTools(row, 'where_defined'),
    ...validateFields(row),
  ],
  promptOf: (row) => listOf(row['messages']).map(asSystem),
  fileRules: createFieldRules,
};

function asDeveloper(message: JsonObject): JsonObject {
  return message['role'] === 'system' ? { ...message, role: 'developer' } : message;
}

function asSystem(message: unknown): JsonObject {
  if (!isJsonObject(message)) return {};
  return message['role'] === 'developer' ? { ...message, role: 'system' } : message;
}

function validateFields(row: JsonObject): readonly RowFinding[] {
  const fields = fieldsOf(row);
  if (fields.length === 0) return [noFields];
  const escaped = fields.find((name) => hasEscapedBreak(row[name] ?? null));
  return escaped === undefined
    ? []
    : [rowWarning('escaped_line_break', `${escaped} holds the two characters \\n instead of a line break.`)];
}

function hasEscapedBreak(value: Json): boolean {
  return typeof value === 'string' && value.includes(String.raw`\n`);
}

function fieldsOf(row: JsonObject): readonly string[] {
  return Object.keys(row)
    .filter((key) => key !== 'messages' && key !== 'tools')
    .toSorted();
}

function createFieldRules(): FileRules {
  let names: string | null = null;
  let firstValues = '';
  let rows = 0;
  let areIdentical = true;
  return {
    add: (row) => {
      const fields = fieldsOf(row);
      const values = JSON.stringify(fields.map((name) => row[name] ?? null));
      rows += 1;
      if (names === null) {
        names = fields.join('\n');
        firstValues = values;
        return [];
      }
      areIdentical &&= values === firstValues;
      return fields.join('\n') === names ? [] : [otherFields];
    },
    finish: () => (rows > 1 && areIdentical ? [identicalValues] : []),
  };
}

const endsOnTool = rowError(
  'prompt_not_ending_on_user',
  'The last message is a tool’s; it must be the user’s.',
);

const noFields = rowError('no_grader_fields', 'There is no field beside the messages for the grader.');

const otherFields = rowError(
  'inconsistent_grader_fields',
  'The row has other fields for the grader than the first row.',
);

const identicalValues = rowWarning(
  'identical_grader_values',
  'All rows have the same values for the grader.',
);
