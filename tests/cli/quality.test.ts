import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { qualityModelSchema } from '../../shared/contract/quality-operations.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTempFolder, useTempFolder } from '../support/temp-folder.ts';
import { plainMapping } from '../support/test-import.ts';

const launcher = join(import.meta.dirname, '../../main/cli/launch.cjs');
const environment = { ...process.env, FLYWHEEL_DATA: makeTempFolder() };

async function flywheel(...args: readonly string[]) {
  return runProgram(process.execPath, [launcher, ...args], { environment });
}

const answer = z.object({
  distribution: z.object({ known: z.int(), unknown: z.int() }),
  model: qualityModelSchema.nullable(),
  outdated: z.array(z.string()),
});

/** Rows whose verdict is that what was accepted is good, but for one in ten. */
function rowsOf(count: number): string {
  return Array.from({ length: count }, (_, place) => {
    const isAccepted = place % 2 === 1;
    return JSON.stringify({
      id: `i${place}`,
      input: `Question ${place}`,
      output: `Answer ${place}`,
      action: isAccepted ? 'accepted' : 'discarded',
      annotator: 'Ada',
      verdict: isAccepted !== (place % 10 === 0) ? 'good' : 'bad',
    });
  }).join('\n');
}

test('quality shows the score by weights, and learns from labels where they are enough', async () => {
  const folder = useTempFolder();
  const [project, map] = [join(folder, 'p.flywheel'), join(folder, 'map.json')];
  writeFileSync(map, JSON.stringify(plainMapping));
  const importFirst = async (count: number) => {
    const file = join(folder, `${count}.jsonl`);
    writeFileSync(file, rowsOf(count));
    await flywheel('import', project, file, '--map-file', map);
  };
  await flywheel('init', project);
  await importFirst(40);

  const few = await flywheel('quality', project, '--learn');
  expect(few.code).not.toBe(0);
  expect(few.stderr).toContain('50 labelled interactions are needed');
  const before = answer.parse(JSON.parse((await flywheel('quality', project, '--json')).stdout));
  expect(before).toMatchObject({ distribution: { known: 40, unknown: 0 }, model: null });

  await importFirst(80);
  const learned = answer.parse(JSON.parse((await flywheel('quality', project, '--learn', '--json')).stdout));
  expect(learned.distribution.known).toBe(80);
  expect(learned.model?.labels).toMatchObject({ count: 80, good: 48, bad: 32 });
  expect(learned.outdated).toEqual([]);

  const text = (await flywheel('quality', project)).stdout;
  expect(text).toMatch(/share of good alone\s+0\.500/u);
  expect(text).toMatch(/Accepted\s+good\s+3\s+3/u);

  const alone = await flywheel('quality', project, '--scale', 'rating');
  expect(alone.stderr).toContain('Give --learn with --scale');
});
