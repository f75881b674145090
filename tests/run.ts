import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, runTool, ToolError } from './support/run-tool.ts';
import { countTests, type Totals } from './support/test-totals.ts';

/**
 * `npm test`: build, then lint, types and every test. Ends with one line such as `812 passed, 0 failed, 3 skipped`; a
 * step that fails counts as one failure. Skipped tests are listed by name with their reason.
 */
const requiredNode = 24;
const resultsFolder = join(root, '.cache', 'test-results');

/**
 * Two lanes side by side, each taking the next step when it is done with one: an end-to-end test waits for its browser
 * about half of the time. No more than two, so that a slow machine measures the program and not the crowd.
 */
const lanes = 2;
const workers = String(Math.max(1, Math.floor(availableParallelism() / lanes)));

interface Outcome {
  readonly output: string;
  readonly tests?: Totals;
}

interface Step {
  readonly title: string;
  /** Rejects where the step as a whole fails. */
  readonly run: () => Promise<Outcome>;
}

/** The longest first, so that both lanes end at about the same time. */
const steps: readonly Step[] = [
  testsOf('e2e', ['--project', 'e2e', '--no-file-parallelism']),
  testsOf('integration', ['--project', 'integration', '--no-file-parallelism']),
  testsOf('main, first half', ['--project', 'main', '--shard', '1/2', '--maxWorkers', workers]),
  testsOf('main, second half', ['--project', 'main', '--shard', '2/2', '--maxWorkers', workers]),
  testsOf('renderer', ['--project', 'renderer', '--maxWorkers', workers]),
  testsOf('shared', ['--project', 'shared', '--maxWorkers', workers]),
  { title: 'Types', run: checkTypes },
  { title: 'Lint', run: lint },
];

const totals = { passed: 0, failed: 0, skipped: 0 };

preflight();
// Much of what is tested runs the built program.
if (await done({ title: 'Build', run: build })) {
  const waiting = [...steps];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await done(next);
    }),
  );
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 ? 0 : 1;

function preflight(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= requiredNode) return;
  console.error(
    `Node ${process.versions.node} runs these tests, and they need ${requiredNode}. Start them with "npm test": npm puts the Node of the "node" package first.`,
  );
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

/** What a step prints is shown when it ends, or two of them would be mixed. */
async function done({ title, run }: Step): Promise<boolean> {
  const startedAt = performance.now();
  console.log(`== ${title} begins`);
  const { output, tests } = await run().catch(failedStep);
  totals.passed += tests?.passed ?? 0;
  totals.failed += tests?.failed ?? 0;
  totals.skipped += tests?.skipped.length ?? 0;
  const isFine = (tests?.failed ?? 0) === 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`\n== ${title}: ${isFine ? 'fine' : 'FAILED'} (${seconds} s)\n${output}`);
  if (tests !== undefined && tests.skipped.length > 0)
    console.log(`Skipped:\n${tests.skipped.map((line) => `  ${line}`).join('\n')}`);
  return isFine;
}

function failedStep(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  const output = error instanceof ToolError ? `${message}\n${error.output}` : message;
  return { output, tests: { passed: 0, failed: 1, skipped: [] } };
}

async function build(): Promise<Outcome> {
  return { output: await runTool('vite', ['build', '--app', '--logLevel', 'warn']) };
}

/** Passing is worth nothing without having looked: the linter's own count of files is held against ours. */
async function lint(): Promise<Outcome> {
  const output = await runTool('oxlint', ['--deny-warnings']);
  const looked = Number(/on (\d+) files/.exec(output)?.[1] ?? 0);
  const sources = countSources();
  if (looked < sources) throw new Error(`oxlint looked at ${looked} of ${sources} source files.`);
  return { output: output + (await runTool('prettier', ['--check', '--log-level', 'warn', '.'])) };
}

async function checkTypes(): Promise<Outcome> {
  const output = await runTool('tsc', ['-b', '--force', '--listFiles']).catch((error: unknown) => {
    if (error instanceof ToolError) throw new ToolError(error.message, withoutListedFiles(error.output));
    throw error;
  });
  const looked = new Set(output.split('\n').filter(isOwnSource)).size;
  const sources = countSources();
  if (looked < sources) throw new Error(`tsc looked at ${looked} of ${sources} source files.`);
  return { output: `tsc looked at ${looked} source files.` };
}

/** So that the errors among them are seen. */
function withoutListedFiles(output: string): string {
  return output
    .split('\n')
    .filter((line) => !isOwnSource(line) && !line.includes('/node_modules/') && !line.includes('/.cache/'))
    .slice(0, 60)
    .join('\n');
}

function isOwnSource(line: string): boolean {
  const inside = line.startsWith(root) && !line.includes('/node_modules/') && !line.includes('/.cache/');
  return inside && /\.tsx?$/.test(line);
}

function countSources(): number {
  return ['bench', 'main', 'renderer', 'resources', 'shared', 'tests']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    .filter((path) => /\.tsx?$/.test(path)).length;
}

function testsOf(name: string, args: readonly string[]): Step {
  return { title: `Tests: ${name}`, run: async () => runTests(name, args) };
}

async function runTests(name: string, args: readonly string[]): Promise<Outcome> {
  mkdirSync(resultsFolder, { recursive: true });
  const file = join(resultsFolder, `${name.replaceAll(/\W+/g, '-')}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { output, error } = await runTool('vitest', ['run', ...args, ...reporters]).then(
    (printed) => ({ output: printed, error: null }),
    (failure: unknown) => ({ output: failure instanceof ToolError ? failure.output : '', error: failure }),
  );
  if (error !== null && !existsSync(file)) throw error;
  const tests = countTests(readFileSync(file, 'utf8'));
  // An error outside of any test (an unhandled rejection) fails the run as well.
  const failed = error !== null && tests.failed === 0 ? 1 : tests.failed;
  return { output, tests: { ...tests, failed } };
}
