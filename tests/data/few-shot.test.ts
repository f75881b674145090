import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FewShotChoice } from '../../shared/contract/few-shot-operations.ts';
import { usualFewShotOptions } from '../../shared/domain/fewshot/few-shot-options.ts';
import { chooseFewShot } from '../../main/services/few-shot/choose-few-shot.ts';
import { getItem } from '../../main/services/items/get-item.ts';
import type { OpenProject } from '../../main/services/project/open-project.ts';
import { useTempFolder } from '../support/temp-folder.ts';
import { newProject } from '../support/temp-project.ts';
import { importInto } from '../support/team-project.ts';
import { jobContext } from '../support/test-import.ts';

const file = join(resolve(import.meta.dirname, '../../../shared/data'), 'lamp/lamp_pairs.jsonl');
const isThere = existsSync(file);
const skipped = isThere ? '' : ' (skipped: ../shared/data/lamp is not there)';

async function openLamp(): Promise<OpenProject> {
  const project = newProject();
  await importInto(project, file, [
    { target: 'input', path: 'instruction' },
    { target: 'output', path: 'ai_output' },
    { target: 'edit', path: 'human_edit' },
    { target: 'external_id', path: 'id' },
    { target: 'model', path: 'model' },
  ]);
  return project;
}

async function choose(project: OpenProject, most: number): Promise<FewShotChoice> {
  const options = { ...usualFewShotOptions, budget: 250 * most, most };
  const chosen = await chooseFewShot(
    { options, compare: null, dataFolder: useTempFolder() },
    jobContext(project),
  );
  if (!chosen.ok) throw new Error(chosen.error.message);
  return chosen.value;
}

/** The ids in the file, which are the same in every project. */
async function idsOf(project: OpenProject): Promise<(string | null)[]> {
  const { examples } = await choose(project, 8);
  return examples.map(({ id }) => {
    const item = getItem(project.database, id);
    return item.ok ? item.value.externalId : null;
  });
}

/** See docs/decisions/0022-few-shot-selection.md. */
describe('few-shot examples of LAMP', () => {
  it.skipIf(!isThere)(`cover half as much again as examples by chance${skipped}`, async () => {
    const project = await openLamp();
    for (const most of [4, 8, 16]) {
      const { coverage, chance, tokens, examples } = await choose(project, most);
      expect(coverage / chance).toBeGreaterThan(1.45);
      expect(tokens).toBeLessThanOrEqual(250 * most);
      expect(examples.reduce((sum, { covers }) => sum + covers, 0)).toBeGreaterThan(380);
    }
  });

  it.skipIf(!isThere)(`are the same in another project with the same rows${skipped}`, async () => {
    const [one, other] = [await openLamp(), await openLamp()];
    expect(await idsOf(one)).toEqual(await idsOf(other));
  });
});
