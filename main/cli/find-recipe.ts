import type { Client } from '../../shared/contract/contract.ts';
import { toContractError } from '../../shared/contract/engine-failure.ts';
import type { SavedRecipe } from '../../shared/contract/recipe-operations.ts';

/** A saved recipe by NAME, the newest, or NAME@VERSION. RECIPE_NOT_FOUND. */
export async function findRecipe(client: Client, reference: string): Promise<SavedRecipe> {
  const [, name = reference, version] = /^(.+)@(\d+)$/.exec(reference) ?? [];
  const versions = await client.recipes.versions({ name });
  const found = version === undefined ? versions[0] : versions.find((one) => String(one.version) === version);
  if (found !== undefined) return found;
  throw toContractError({
    code: 'RECIPE_NOT_FOUND',
    message: `“${name}” has no version ${version}. Its versions are 1 to ${versions[0]?.version}.`,
  });
}
