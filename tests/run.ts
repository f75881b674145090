import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * `npm test`: lint, types, build, then every test. Ends with one line such as `812 passed, 0 failed, 3 skipped`; a
 * step that fails counts as one failure. Skipped tests are listed by name with their reason.
 */
const root = resolve(import.meta.dirname, '..');
const requiredNode = 24;
const resultsFolder = join(root, '.cache', 'test-results');

/**
 * Units run side by side. What starts processes, engines and browsers of its own runs one file at a time, so that
 * a slow machine measures the program and not the crowd.
 */
const runs = [
  { name: 'units', args: ['--project', 'shared', '--project', 'main', '--project', 'renderer'] },
  { name: 'processes', args: ['--project', 'integration', '--project', 'e2e', '--no-file-parallelism'] },
] as const;

const resultsSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.enum(['passed', 'failed', 'skipped', 'pending', 'todo', 'disabled']),
          fullName: z.string(),
          meta: z.looseObject({ skipReason: z.string().optional() }).optional(),
        }),
      ),
    }),
  ),
});

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

const totals: Totals = { passed: 0, failed: 0, skipped: 0 };

preflight();
await step('Lint', lint);
await step('Types', checkTypes);
const built = await step('Build', async () => {
  await run('vite', ['build', '--app', '--logLevel', 'warn']);
});
if (built) for (const { name, args } of runs) await runTests(name, args);
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

async function step(title: string, work: () => Promise<void>): Promise<boolean> {
  const startedAt = performance.now();
  console.log(`\n== ${title}`);
  try {
    await work();
    console.log(`${title}: fine (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    totals.failed += 1;
    console.log(`${title}: FAILED. ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Passing is worth nothing without having looked: the linter's own count of files is held against ours. */
async function lint(): Promise<void> {
  const output = await run('oxlint', ['--deny-warnings']);
  const looked = Number(/on (\d+) files/.exec(output)?.[1] ?? 0);
  const sources = countSources();
  if (looked < sources) throw new Error(`oxlint looked at ${looked} of ${sources} source files.`);
  await run('prettier', ['--check', '--log-level', 'warn', '.']);
}

async function checkTypes(): Promise<void> {
  const output = await run('tsc', ['-b', '--force', '--listFiles'], 'quiet');
  const looked = new Set(output.split('\n').filter(isOwnSource)).size;
  const sources = countSources();
  if (looked < sources) throw new Error(`tsc looked at ${looked} of ${sources} source files.`);
  console.log(`tsc looked at ${looked} source files.`);
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

async function runTests(name: string, args: readonly string[]): Promise<void> {
  console.log(`\n== Tests: ${name}`);
  mkdirSync(resultsFolder, { recursive: true });
  const file = join(resultsFolder, `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const failure = await run('vitest', ['run', ...args, ...reporters], 'shown').then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const failedBefore = totals.failed;
  try {
    addResults(resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    totals.failed += 1;
    console.log(`The results of ${name} cannot be read: ${String(error)}`);
    return;
  }
  // An error outside of any test (an unhandled rejection) fails the run as well.
  if (failure !== null && totals.failed === failedBefore) {
    totals.failed += 1;
    console.log(`The run of ${name} failed outside of its tests: ${failure}`);
  }
}

function addResults({ testResults }: z.infer<typeof resultsSchema>): void {
  const skipped: string[] = [];
  for (const file of testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
    totals.passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
    // A file that could not be loaded, or whose preparation failed, has no failed test of its own.
    totals.failed += file.status === 'failed' && failed === 0 ? 1 : failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') continue;
      totals.skipped += 1;
      const reason = test.meta?.skipReason;
      skipped.push(`  ${test.fullName}${reason === undefined ? '' : `: ${reason}`}`);
    }
  }
  if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.join('\n')}`);
}

/** Runs a tool of node_modules with this Node; resolves to what it printed, rejects when it fails. */
async function run(
  tool: string,
  args: readonly string[],
  output: 'shown' | 'quiet' = 'shown',
): Promise<string> {
  const binaries = join(root, 'node_modules', '.bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const child = spawn(join(binaries, process.platform === 'win32' ? `${tool}.cmd` : tool), args, {
    cwd: root,
    env: { ...process.env, PATH: `${binaries}${separator}${process.env['PATH'] ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let text = '';
  const collect = (chunk: Buffer): void => {
    text += chunk.toString();
    if (output === 'shown') process.stdout.write(chunk);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((settle, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => {
      if (code === 0) settle(text);
      else
        refuse(
          new Error(
            output === 'shown'
              ? `${tool} ended with ${code}.`
              : `${tool} ended with ${code}:\n${errorLines(text)}`,
          ),
        );
    });
  });
}

function errorLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !isOwnSource(line) && !line.includes('/node_modules/') && !line.includes('/.cache/'))
    .slice(0, 60)
    .join('\n');
}
