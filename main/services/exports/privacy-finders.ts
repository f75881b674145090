import type { PrivacyOptions } from '../../../shared/domain/export/recipe-parts.ts';
import type { Finder } from '../../../shared/domain/privacy/finding.ts';
import { personalDataFinders } from '../../../shared/domain/privacy/personal-data-finders.ts';
import { foundInPlaceholders } from '../../../shared/domain/privacy/placeholder.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';

/** The finders that a recipe names. INPUT_INVALID where names are to be found and none is listed, or a name is a placeholder's. */
export function privacyFinders({ finders: kinds, names }: PrivacyOptions): Result<readonly Finder[]> {
  const finders = personalDataFinders(names).filter(({ kind }) => kinds.includes(kind));
  if (kinds.includes('name') && !finders.some(({ kind }) => kind === 'name'))
    return fail('INPUT_INVALID', 'There is no name to find. List the names, or do not look for names.');
  const clash = foundInPlaceholders(finders);
  return clash === null
    ? succeed(finders)
    : fail(
        'INPUT_INVALID',
        `The listed name “${clash}” is a part of what stands in place of personal data. List it with the other parts of the name, or take it off the list.`,
      );
}
