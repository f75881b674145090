import type { Example } from '../../../../shared/domain/export/example.ts';
import type { ExportRow } from '../../../../shared/domain/export/export-row.ts';
import { type ChangeText, mapTexts } from '../../../../shared/domain/export/map-texts.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { skip } from '../../../../shared/domain/export/row-finding.ts';
import type { Finding } from '../../../../shared/domain/privacy/finding.ts';
import { maskFinding } from '../../../../shared/domain/privacy/mask-finding.ts';
import { placeholderOf } from '../../../../shared/domain/privacy/placeholder.ts';
import { replaceFindings } from '../../../../shared/domain/privacy/replace-findings.ts';
import { type Result, succeed } from '../../../../shared/result/result.ts';
import { privacyFinders } from '../privacy-finders.ts';
import { createPrivacyTally } from './privacy-tally.ts';
import type { Stage } from './stage.ts';

/** Takes personal data out of every text of an example, or leaves the example out. INPUT_INVALID for names that cannot be found. */
export async function makePrivacyStage({ privacy }: Recipe): Promise<Result<Stage | null>> {
  if (privacy === undefined) return succeed(null);
  const finders = privacyFinders(privacy);
  if (!finders.ok) return finders;
  const tally = createPrivacyTally(privacy);
  const replacementOf = privacy.action === 'mask' ? maskFinding : placeholderOf;
  const changeWith =
    (onFound: (finding: Finding) => void): ChangeText =>
    (text) =>
      replaceFindings(text, finders.value, (finding) => {
        onFound(finding);
        return replacementOf(finding);
      });
  const change = changeWith(tally.find);
  const changeUncounted = changeWith(() => {});
  return succeed({
    step: 'private',
    pass: (candidate) => {
      const example = mapTexts(candidate.example, change);
      const isFound = tally.endRow();
      if (!isFound) return succeed(candidate);
      if (privacy.action === 'drop') return found;
      return succeed({ ...candidate, example: withoutCutTexts(example, candidate.row, changeUncounted) });
    },
    report: () => ({ privacy: tally.report() }),
  });
}

const found = skip('personal_data', 'Personal data was found in it.');

/**
 * Texts to avoid were cut out of the output, perhaps in the middle of an address: half an address is personal as well. So
 * they must stand in the output without its personal data, and, as before, not in what people left of it.
 */
function withoutCutTexts(example: Example, { output }: ExportRow, change: ChangeText): Example {
  if (example.kind !== 'evaluation' || example.avoid.length === 0) return example;
  const left = change(output).normalize('NFC');
  const isToAvoid = (text: string) => left.includes(text.normalize('NFC')) && !example.ideal.includes(text);
  return { ...example, avoid: example.avoid.filter(isToAvoid) };
}
