import type { PromptVersion } from '../../../shared/contract/prompt-version-operations.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  findPromptVersion,
  type PromptVersionChange,
  type PromptVersionRow,
} from '../../db/tables/prompt-version-acts.ts';
import { promptVersionsInUse } from '../../db/tables/prompt-versions.ts';
import type { Actor } from '../review/act.ts';
import { startStep } from './mode-step.ts';

/** All prompt versions in the order that they went live, as far as that is known. Reads all interactions' times. */
export function listPromptVersions(database: Database): Result<PromptVersion[]> {
  const versions = promptVersionsInUse(database);
  return succeed(
    versions.toSorted((a, b) => (begin(a) === begin(b) ? compare(a.name, b.name) : begin(a) - begin(b))),
  );
}

function begin({ liveFrom, firstSeen }: PromptVersion): number {
  return liveFrom ?? firstSeen ?? Infinity;
}

const { compare } = new Intl.Collator('en', { numeric: true });

/** Sets what `change` names; setting the same again writes nothing. PROMPT_VERSION_NOT_FOUND. */
export function changePromptVersion(
  database: Database,
  actor: Actor,
  { id, change }: { readonly id: string; readonly change: PromptVersionChange },
): Result<PromptVersionRow> {
  return transact(database, () => {
    const known = findPromptVersion(database, id);
    if (known === null)
      return fail(
        'PROMPT_VERSION_NOT_FOUND',
        'This prompt version is not in the project any more. Load the list of prompt versions again.',
      );
    const payload: PromptVersionChange = {
      ...(change.liveFrom === undefined || change.liveFrom === known.liveFrom
        ? {}
        : { liveFrom: change.liveFrom }),
      ...(change.template === undefined || change.template === known.template
        ? {}
        : { template: change.template }),
    };
    if (Object.keys(payload).length === 0) return succeed(known);
    const target = { kind: 'prompt_version', promptVersionId: id } as const;
    startStep(database, actor).record('prompt_version.change', target, payload);
    return succeed(findPromptVersion(database, id) ?? known);
  });
}
