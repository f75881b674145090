import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportFormats, type Recipe } from '../../../shared/domain/export/recipe.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { exportRecipe } from './run-export.ts';

const rows = Array.from({ length: 40 }, (_, index) => ({
  id: `r${index}`,
  input: `Question ${index % 17}\nWhat of ${index}?`,
  output: ` The answer to ${index} is a long one, with words that stay. `,
  ...(index % 3 === 0 ? {} : { edit: `The answer to ${index} is short, with words that ${index % 5} stay.` }),
  session: `s${index % 7}`,
  user: `u${index % 3}`,
  model: `m${index % 2}`,
  rating: (index % 5) + 1,
}));

const recipes: readonly Omit<Recipe, 'format'>[] = [
  { filter: [], validation: 0, seed: 1, target: 'edit', groupBy: 'interaction' },
  {
    filter: [{ field: 'model', operator: '=', value: 'm1' }],
    validation: 0.3,
    seed: 7,
    target: 'edit-or-output',
    groupBy: 'session',
    trains: 'last',
    badFrom: 0.2,
  },
];

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Of the data files, one after the other; ids of interactions, which each project makes anew, are left out. */
async function hashOf(project: ReturnType<typeof newProject>, recipe: Recipe): Promise<string> {
  const folder = useTempFolder();
  const done = await exportRecipe(
    { recipe, path: join(folder, 'x.jsonl'), overwrite: false },
    jobContext(project),
  );
  if (!done.ok) return done.error.code;
  const hash = createHash('sha256');
  for (const name of done.value.files.map((file) => file.name).toSorted())
    hash.update(`${name}\n${readFileSync(join(folder, name), 'utf8').replaceAll(uuids, '')}`);
  return hash.digest('hex').slice(0, 16);
}

it('gives the data files of before for a recipe without what was added later', async () => {
  const project = newProject();
  await importRows(project, rows);
  const hashes: Record<string, readonly string[]> = {};
  for (const format of exportFormats.filter((id) => Object.hasOwn(before, id))) {
    const both: string[] = [];
    for (const recipe of recipes) both.push(await hashOf(project, { ...recipe, format }));
    hashes[format] = both;
  }
  expect(hashes).toEqual(before);
});

/** Made by the code before recipes had pairing, clean-up, limits and balance. */
const before: Record<string, readonly string[]> = {
  'openai-chat': ['23eec02370543b9b', '559fba082ddddbbe'],
  'openai-dpo': ['0af774f23caff028', 'eb1598537efb7e61'],
  'openai-rft': ['107b6c2fef96c87d', '9884a03b6fe5698d'],
  'trl-prompt-completion': ['a697e329ca7c5813', 'a283fcb54bf88ec4'],
  'trl-messages': ['23eec02370543b9b', '559fba082ddddbbe'],
  'trl-preference': ['5a477ef4ff765011', '371a0672ee5b7d2c'],
  gemini: ['608442f48b9af137', '09de5a4aa889cf96'],
  nova: ['91ea4c7bf835a09f', '2d8ffa41f4fba644'],
  mistral: ['23eec02370543b9b', '559fba082ddddbbe'],
  together: ['23eec02370543b9b', '559fba082ddddbbe'],
  fireworks: ['23eec02370543b9b', '559fba082ddddbbe'],
  'llama-factory': ['23eec02370543b9b', '559fba082ddddbbe'],
  axolotl: ['23eec02370543b9b', '6c8541f693557af5'],
  'axolotl-spans': ['50088f6c589bbdaa', '7b31f66de6ad7a37'],
  'ms-swift': ['23eec02370543b9b', '590aff44c3ef9a9a'],
  alpaca: ['1d1ec264833905a2', '4d9ab3fa8ed7dd24'],
  sharegpt: ['d5128b77a1f8231d', '347036540c18068f'],
  'trl-kto': ['7f724ee47319a304', '1666b8554507beeb'],
  'trl-reward': ['1fe03bc73d885320', 'a039bd461251bd1c'],
  'gemini-preference': ['068bb6fe603b9847', 'c7e21c5d1d529d5c'],
  'nova-dpo': ['b45099e8c7b61cbd', '0ef84f962e0afcda'],
  'llama-factory-preference': ['d004b580e31f9ec3', 'cebdc3f646ebc0e0'],
  'fewshot-anthropic': ['2a503f52756529a3', '50fc42b04d9473f4'],
  'fewshot-openai': ['91c399d1dd3b2bfd', '9b12db840aa25f83'],
  'fewshot-dspy': ['f103151f66f53d81', 'ff35711a449f9d82'],
  'fewshot-langchain': ['3e40b063f7dedd6e', '16570a89b25dc8ef'],
  'fewshot-markdown': ['6bc9108e662f3e87', '97c6ad307380051f'],
  promptfoo: ['1bdbfdacb7fbefb5', 'c3451fdcda5f2514'],
  inspect: ['e3dac4ed65506a9d', '26c7cdeb46fe4845'],
  'openai-evals': ['92cb43043a71815a', 'c529286d0500e03d'],
};
