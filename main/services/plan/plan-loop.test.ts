import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../tests/support/run-program.ts';
import { root, runTool } from '../../../tests/support/run-tool.ts';
import { skipBecause } from '../../../tests/support/skip-because.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { importText } from '../../../tests/support/test-import.ts';
import { draftSignal } from '../../../shared/domain/plan/draft-signal.ts';
import { isTime } from '../../../shared/domain/plan/example-event.ts';
import { generatePlan } from '../../../shared/domain/plan/generate/generate-plan.ts';
import { eventsSchema } from '../../../shared/domain/plan/generate/json-schema.ts';
import { plannedEvents } from '../../../shared/domain/plan/planned-events.ts';
import type { Database } from '../../db/database.ts';
import { rowsOf } from '../../db/query.ts';
import { addToPlan } from './change-plan.ts';
import { checkFile } from './check-file.ts';
import { listPlan } from './list-plan.ts';

const planned = ['edited', 'discarded', 'thumbs', 'outcome.replied', 'survived'] as const;

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Two outputs: one is edited, sent, liked and answered, one turned away. */
const calls = [
  [
    'shown',
    {
      ...about('a', 0),
      output: 'Hi Ana, on its way!',
      input: 'Where?',
      model: 'm',
      prompt_version: 'reply@3',
    },
  ],
  ['shown', { ...about('b', 5), output: 'Bye', model: 'm', prompt_version: 'reply@3' }],
  ['sent', { ...about('a', 10), final_text: 'Hello Ana, on its way!' }],
  ['discarded', about('b', 12)],
  ['rated', { ...about('a', 20), thumbs: 'up', comment: 'fine' }],
  ['replied', { ...about('a', 30), outcome_replied: true }],
  ['replied', { ...about('b', 31), outcome_replied: false }],
  ['still_there', { ...about('a', 40), survived: 0.75 }],
] as const;

function about(id: string, second: number) {
  const at = new Date(Date.UTC(2026, 0, 5, 9, 0, second)).toISOString();
  return { interaction_id: id, session_id: 's', user_id: 'u', surface: 'mail', at };
}

function newPlan() {
  const project = newProject();
  const added = addToPlan(
    project.database,
    planned.map((signal) => draftSignal('mail', signal)),
  );
  if (!added.ok) throw new Error(added.error.message);
  return { project, plan: listPlan(project.database) };
}

type Plan = ReturnType<typeof newPlan>['plan'];

const files = ['events.jsonl', 'replied.jsonl', 'still_there.jsonl'];

/** Every line is one that the schema takes, and all calls are there. */
function expectValid(folder: string, plan: Plan): void {
  const ajv = new Ajv2020({ strict: true });
  ajv.addFormat('date-time', isTime);
  const isValid = ajv.compile(eventsSchema(plannedEvents(plan)));
  const lines = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'));
  expect(lines).toHaveLength(calls.length);
  for (const line of lines) expect(isValid(JSON.parse(line)), line).toBe(true);
}

/** What was imported of an interaction: its signals by name, and the edit. */
function imported(database: Database) {
  const signals = rowsOf<{ id: string; kind: string; name: string; value: string | number }>(
    database,
    `SELECT i.external_id AS id, s.kind, s.name, coalesce(s.number, s.text) AS value FROM signals AS s
     JOIN interactions AS i ON i.seq = s.interaction_seq ORDER BY i.external_id, s.kind, s.name, value`,
  ).all();
  const edits = rowsOf<{ text: string }>(database, 'SELECT text FROM edits').all();
  return {
    signals: signals.map(({ id, kind, name, value }) => `${id} ${kind} ${name} ${value}`),
    edits: edits.map(({ text }) => text),
  };
}

async function importAll(folder: string, { project, plan }: ReturnType<typeof newPlan>): Promise<void> {
  for (const [place, file] of files.entries()) {
    const text = readFileSync(join(folder, file), 'utf8');
    const brings = place === 0 ? {} : ({ brings: 'attachments' } as const);
    const report = await importText(project, text, brings);
    expect(report, file).toMatchObject({ ok: true, value: { rejected: 0 } });
  }
  expect(imported(project.database)).toEqual({
    signals: [
      'a explicit comment fine',
      'a explicit thumbs 1',
      'a implicit action sent',
      'a implicit dwell_ms 10000',
      'a implicit survived 0.75',
      'a implicit time_to_action_ms 10000',
      'a outcome replied 1',
      'b implicit action discarded',
      'b implicit dwell_ms 7000',
      'b implicit time_to_action_ms 7000',
      'b outcome replied 0',
    ],
    edits: ['Hello Ana, on its way!'],
  });
  const checked = await checkFile(plan, join(folder, 'events.jsonl'));
  expect(checked.ok && checked.value.signals.map(({ event, verdict }) => [event, verdict])).toEqual([
    ['shown', 'complete'],
    ['sent', 'complete'],
    ['discarded', 'complete'],
    ['rated', 'complete'],
    ['replied', 'missing'],
    ['still_there', 'missing'],
  ]);
}

describe('the plan, its code, the file and the import', { timeout: 120_000 }, () => {
  it('bring what was planned, by TypeScript', async () => {
    const made = newPlan();
    const folder = useTempFolder();
    writeFileSync(join(folder, 'emit.ts'), generatePlan(made.plan, 'typescript').text);
    const lines = calls.map(
      ([event, fields]) => `emit(${JSON.stringify(event)}, ${JSON.stringify(fields)}, folder);`,
    );
    writeFileSync(
      join(folder, 'run.ts'),
      `import { emit } from './emit.ts';\nconst folder = ${JSON.stringify(folder)};\n${lines.join('\n')}\n`,
    );
    const ran = await runProgram(process.execPath, [join(folder, 'run.ts')]);
    expect(ran.code, ran.stderr).toBe(0);
    expectValid(folder, made.plan);
    await compile(folder, ['emit.ts', 'run.ts']);
    await importAll(folder, made);
  });

  it('bring the same by Python', async (context) => {
    if (!hasPython) skipBecause(context, 'python3 is not installed');
    const made = newPlan();
    const folder = useTempFolder();
    writeFileSync(join(folder, 'emit_events.py'), generatePlan(made.plan, 'python').text);
    writeFileSync(
      join(folder, 'run.py'),
      `import json\nfrom emit_events import emit\nfor event, fields in json.loads(${JSON.stringify(JSON.stringify(calls))}):\n    emit(event, fields, ${JSON.stringify(folder)})\n`,
    );
    const ran = await runProgram('python3', [join(folder, 'run.py')]);
    expect(ran.code, ran.stderr).toBe(0);
    expectValid(folder, made.plan);
    await importAll(folder, made);
  });
});

/** Type-checks files strictly, as a product that takes them over may. */
async function compile(folder: string, names: readonly string[]): Promise<void> {
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck'];
  const paths = [
    '--allowImportingTsExtensions',
    '--typeRoots',
    join(root, 'node_modules/@types'),
    '--types',
    'node',
  ];
  const output = await runTool('tsc', [
    ...options,
    ...paths,
    '--ignoreConfig',
    ...names.map((name) => join(folder, name)),
  ]).catch((error: unknown) =>
    error instanceof Error && 'output' in error ? String(error.output) : String(error),
  );
  expect(output).toBe('');
}

describe('the plan by OpenTelemetry', { timeout: 120_000 }, () => {
  it('brings spans with their evaluations, outcomes and final texts', async () => {
    const { project, plan } = newPlan();
    const folder = useTempFolder();
    for (const [name, text] of Object.entries(standIns)) {
      const path = join(folder, 'node_modules/@opentelemetry', name);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
      writeFileSync(join(path, 'index.js'), text);
    }
    writeFileSync(join(folder, 'emit.ts'), generatePlan(plan, 'typescript-otel').text);
    const lines = calls.map(
      ([event, fields]) => `emit(${JSON.stringify(event)}, ${JSON.stringify(fields)});`,
    );
    writeFileSync(join(folder, 'run.ts'), `import { emit } from './emit.ts';\n${lines.join('\n')}\n`);
    const ran = await runProgram(process.execPath, [join(folder, 'run.ts')]);
    expect(ran.code, ran.stderr).toBe(0);
    // An exporter writes spans and events to files of their own.
    const written = Object.groupBy(ran.stdout.trim().split('\n'), (line) =>
      line.startsWith('{"resourceSpans') ? 'spans' : 'events',
    );
    const spans = await importText(project, (written.spans ?? []).join('\n'));
    expect(spans).toMatchObject({ ok: true, value: { rejected: 0 } });
    const told = await importText(project, (written.events ?? []).join('\n'), { brings: 'attachments' });
    expect(told).toMatchObject({ ok: true, value: { rejected: 0 } });
    const { signals, edits } = imported(project.database);
    expect(edits).toEqual(['Hello Ana, on its way!']);
    expect(
      signals
        .filter((signal) => !signal.includes('latency_ms'))
        .map((signal) => signal.replace(/^\S+ /u, '')),
    ).toEqual([
      'explicit action sent',
      'explicit comment fine',
      'explicit survived 0.75',
      'explicit thumbs 1',
      'explicit thumbs_label up',
      'outcome replied 1',
      'explicit action discarded',
      'outcome replied 0',
    ]);
  });
});

/** In place of OpenTelemetry's packages and an exporter: each span and event is a line of OTLP. */
const standIns = {
  api: `const nanos = (at) => String(at.getTime()) + '000000';
const values = (all) => Object.entries(all).filter(([, value]) => value !== undefined).map(([key, value]) => ({
  key,
  value: typeof value === 'number' ? { doubleValue: value } : typeof value === 'boolean' ? { boolValue: value } : { stringValue: value },
}));
let count = 0;
export const SpanKind = { CLIENT: 2 };
export const trace = {
  getTracer: () => ({
    startSpan: (name, { startTime, attributes }) => ({
      end: (at) => {
        const id = String(++count).padStart(16, '0');
        const span = { traceId: id + id, spanId: id, name, kind: 3, startTimeUnixNano: nanos(startTime), endTimeUnixNano: nanos(at), attributes: values(attributes) };
        console.log(JSON.stringify({ resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans: [span] }] }] }));
      },
    }),
  }),
};
export { nanos, values };
`,
  'api-logs': `import { nanos, values } from '@opentelemetry/api';
export const logs = {
  getLogger: () => ({
    emit: ({ eventName, timestamp, attributes }) => {
      const entry = { eventName, timeUnixNano: nanos(timestamp), attributes: values(attributes) };
      console.log(JSON.stringify({ resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords: [entry] }] }] }));
    },
  }),
};
`,
} as const;

describe('code of any plan', { timeout: 120_000 }, () => {
  const names = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 12 })
    .map((text) => text.trim())
    .filter((text) => text !== '' && text !== 'event' && text !== '__proto__');
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('*/ x', '"""', '\u2028x', '\\', '\0', '#{`${x}`}'),
  );
  const fields = fc.uniqueArray(
    fc.record({
      name: names,
      type: fc.constantFrom('string', 'number', 'boolean', 'time'),
      required: fc.boolean(),
      example: texts,
      description: texts,
    }),
    { minLength: 1, maxLength: 3, selector: ({ name }) => name },
  );
  const drafts = fc.uniqueArray(
    fc
      .record({ event: fc.oneof(names, fc.constantFrom('"', "'", '`', '${x}', '*/', '\\')), fields })
      .map((parts) => Object.assign(draftSignal('', 'edited'), parts)),
    { minLength: 1, maxLength: 3, selector: ({ event }) => event },
  );
  // What the names are does not change from run to run; one compiler checks all of them.
  const plans = fc.sample(drafts, { numRuns: 25, seed: 7 });

  it('compiles as TypeScript', async () => {
    const folder = useTempFolder();
    for (const [index, plan] of plans.entries())
      writeFileSync(join(folder, `p${index}.ts`), generatePlan(plan, 'typescript').text);
    await compile(
      folder,
      plans.map((_, index) => `p${index}.ts`),
    );
  });

  it('compiles as Python, and names its events and fields', async (context) => {
    if (!hasPython) skipBecause(context, 'python3 is not installed');
    const folder = useTempFolder();
    for (const [index, plan] of plans.entries()) {
      writeFileSync(join(folder, `p${index}.py`), generatePlan(plan, 'python').text);
      writeFileSync(join(folder, `o${index}.py`), generatePlan(plan, 'python-otel').text);
      const wanted = Object.fromEntries(
        plannedEvents(plan).map(({ event, fields: own }) => [event, own.map(({ name }) => name)]),
      );
      writeFileSync(join(folder, `p${index}.json`), JSON.stringify(wanted));
    }
    const program = `import json
for n in range(${plans.length}):
    space = {}
    exec(compile(open(f"p{n}.py", encoding="utf-8").read(), "p", "exec"), space)
    compile(open(f"o{n}.py", encoding="utf-8").read(), "o", "exec")
    wanted = json.load(open(f"p{n}.json", encoding="utf-8"))
    assert {e: list(f) for e, f in space["FIELDS"].items()} == wanted, n
`;
    const ran = await runProgram('python3', ['-c', program], { folder });
    expect(ran.code, ran.stderr).toBe(0);
  });
});
