import { isJsonObject, type Json, type JsonObject } from '../../../shared/domain/json.ts';
import {
  expandEach,
  type Adapter,
  type ArrivingRow,
  type ArrivingSignal,
  type Expansion,
} from './adapter.ts';
import { arrivingRow } from './support/arriving-row.ts';
import { chatMessages, readAssistant } from './support/chat-messages.ts';
import {
  column,
  field,
  numberField,
  objectField,
  objectsField,
  textField,
  without,
} from './support/fields.ts';
import { knownTime } from './support/known-time.ts';
import { answerColumns, tokenSignals } from './support/provider-body.ts';
import { scoreSignals } from './support/score-signals.ts';
import { measured, millis } from './support/signals.ts';

/** Logs of Inspect evaluations in their JSON form: a whole log, or single samples of one. */
export const inspectAiAdapter: Adapter = {
  id: 'inspect-ai',
  title: 'Inspect eval log',
  brings: 'interactions',
  fields: [
    { from: 'samples[].output.choices[0].message', to: 'output', note: 'tool calls and reasoning: columns' },
    {
      from: 'samples[].messages',
      to: 'messages',
      note: 'those before the output; attachments are put in place',
    },
    { from: 'samples[].messages after the output', to: 'column following_messages' },
    { from: 'samples[].input', to: 'messages', note: 'where there are none; else it is in them' },
    { from: 'samples[].target, choices, metadata, store, error', to: 'columns of the same names' },
    { from: 'samples[].id, epoch', to: 'columns sample_id, epoch' },
    { from: 'samples[].uuid', to: 'external_id', note: 'else eval id, sample id and epoch' },
    {
      from: 'samples[].scores.<name>.value',
      to: 'signal <name>',
      note: 'by `model` for model_graded…, else `code`',
    },
    { from: 'samples[].scores.<name>.explanation', to: 'signal <name>_explanation' },
    { from: 'samples[].scores.<name>, what is left', to: 'column scores' },
    { from: 'samples[].output.model, else eval.model', to: 'model' },
    { from: 'samples[].output.usage.input_tokens', to: 'signal prompt_tokens' },
    { from: 'samples[].output.usage.output_tokens', to: 'signal completion_tokens' },
    { from: 'samples[].output.usage.total_tokens', to: 'signal total_tokens' },
    { from: 'samples[].output.time', to: 'signal latency_ms', note: 'seconds' },
    { from: 'samples[].started_at, first event, eval.created', to: 'created_at' },
    { from: 'eval.eval_id, run_id, task, task_version', to: 'columns of the same names' },
    { from: 'samples[].events, attachments', to: 'not kept', note: 'the log of the run behind the messages' },
  ],
  recognises: (row) => isLog(row) || isSample(row),
  open: () => expandEach(expandLog),
};

function isLog(row: JsonObject): boolean {
  const about = row['eval'];
  return isJsonObject(about) && 'task' in about && 'model' in about && ('samples' in row || 'plan' in row);
}

function isSample(row: JsonObject): boolean {
  const isNamed = ['id', 'epoch', 'input', 'target', 'messages'].every((name) => Object.hasOwn(row, name));
  return isNamed && typeof row['epoch'] === 'number' && isJsonObject(row['output']);
}

function expandLog(row: JsonObject): Expansion {
  if (!isLog(row)) return expandSamples([row], {});
  const samples = objectsField(row, 'samples');
  return samples.length === 0
    ? { rows: [], skipped: ['an eval log without samples'] }
    : expandSamples(samples, objectField(row, 'eval'));
}

function expandSamples(samples: readonly JsonObject[], about: JsonObject): Expansion {
  const rows = samples
    .map((sample) => readSample(sample, about))
    .filter((arriving) => arriving !== undefined);
  const skipped = Array.from({ length: samples.length - rows.length }, () => 'a sample without an output');
  return { rows, skipped };
}

function readSample(sample: JsonObject, about: JsonObject): ArrivingRow | undefined {
  const output = objectField(sample, 'output');
  const [choice = {}] = objectsField(output, 'choices');
  const message = objectField(choice, 'message');
  const attached = attachments(sample);
  const answer = readAssistant(message);
  const text = attached(answer.text);
  if (text === '' && answer.toolCalls.length === 0) return undefined;
  const turns = objectsField(sample, 'messages');
  const at = outputTurn(turns, message);
  const before = at < 0 ? turns : turns.slice(0, at);
  const ids = [textField(about, 'eval_id', 'run_id'), textField(sample, 'id'), textField(sample, 'epoch')];
  const messages = chatMessages(turns.length === 0 ? field(sample, 'input') : before);
  return arrivingRow(
    {
      output: text,
      messages: messages.map((turn) => withContent(turn, attached)),
      external_id: textField(sample, 'uuid') ?? ids.filter((id) => id !== undefined).join('/'),
      model: textField(output, 'model') ?? textField(about, 'model'),
      created_at: createdAt(sample) ?? knownTime(about, 'created'),
      signals: [...scoresOf(sample).flatMap(([name, score]) => signalsOf(name, score)), ...counts(output)],
    },
    {
      ...without(sample, takenFields),
      ...answerColumns(answer),
      ...column('sample_id', field(sample, 'id')),
      ...column('stop_reason', field(choice, 'stop_reason')),
      ...column('following_messages', at < 0 ? [] : chatMessages(turns.slice(at + 1))),
      ...column('scores', leftOfScores(sample, text)),
      ...Object.fromEntries(
        ['eval_id', 'run_id', 'task', 'task_version'].flatMap((name) =>
          Object.entries(column(name, about[name])),
        ),
      ),
    },
  );
}

const takenFields = [
  'id',
  'uuid',
  'input',
  'messages',
  'output',
  'scores',
  'score',
  'started_at',
  'events',
  'attachments',
] as const;

/** Where the output stands in the conversation: the same message, else the last that says the same. */
function outputTurn(turns: readonly JsonObject[], message: JsonObject): number {
  const id = field(message, 'id');
  const byId = id === undefined ? -1 : turns.findLastIndex((turn) => turn['id'] === id);
  if (byId >= 0) return byId;
  const { text } = readAssistant(message);
  return turns.findLastIndex((turn) => turn['role'] === 'assistant' && readAssistant(turn).text === text);
}

/** Long texts are kept once per sample and named where they stand. */
function attachments(sample: JsonObject): (text: string) => string {
  const texts = objectField(sample, 'attachments');
  const start = 'attachment://';
  return (text) => (text.startsWith(start) ? (textField(texts, text.slice(start.length)) ?? text) : text);
}

function withContent(turn: JsonObject, attached: (text: string) => string): JsonObject {
  return { ...turn, content: attached(textField(turn, 'content') ?? '') };
}

function createdAt(sample: JsonObject): Json | undefined {
  const [first = {}] = objectsField(sample, 'events');
  return knownTime(sample, 'started_at') ?? knownTime(first, 'timestamp');
}

/** Older logs have one score, without a name. */
function scoresOf(sample: JsonObject): readonly (readonly [string, JsonObject])[] {
  const scores = Object.entries(objectField(sample, 'scores'));
  const only = field(sample, 'score');
  if (only !== undefined) scores.push(['score', only]);
  return scores.map(([name, score]) => [name, isJsonObject(score) ? score : { value: score }]);
}

function signalsOf(name: string, score: JsonObject): readonly ArrivingSignal[] {
  const origin = /model_graded|_judge|grader/.test(name) ? 'model' : 'code';
  return scoreSignals({ name, value: score['value'], explanation: score['explanation'], origin });
}

function leftOfScores(sample: JsonObject, output: string): JsonObject {
  return Object.fromEntries(
    scoresOf(sample).flatMap(([name, score]) => {
      const isRepeated = score['answer'] === output;
      const left = without(score, ['value', 'explanation', ...(isRepeated ? ['answer'] : [])]);
      return Object.entries(column(name, left));
    }),
  );
}

function counts(output: JsonObject): readonly ArrivingSignal[] {
  const usage = objectField(output, 'usage');
  return [
    ...measured({ latency_ms: millis(numberField(output, 'time')) }),
    ...tokenSignals({
      prompt: numberField(usage, 'input_tokens'),
      completion: numberField(usage, 'output_tokens'),
      total: numberField(usage, 'total_tokens'),
    }),
  ];
}
