import { formats } from '../../../../shared/domain/export/formats/registry.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { queryToText } from '../../../../shared/domain/search/query-to-text.ts';
import { fileName, formatCount, formatPlural } from '../../../ui/format.ts';
import { hasContainer, type SectionId } from './recipe-part.ts';
import { balanceTexts, containerTexts, groupTexts, pairTexts } from './recipe-texts.ts';

/** What a part of the recipe says, in a line; shown while the part is closed. */
export function sectionSummary(id: SectionId, recipe: Recipe): string {
  return summaries[id](recipe);
}

const summaries: Readonly<Record<SectionId, (recipe: Recipe) => string>> = {
  format: ({ format, container = 'jsonl' }) =>
    hasContainer(format) ? `${formats[format].name}, ${containerTexts[container]}` : formats[format].name,
  interactions: ({ filter, consensus }) =>
    line(
      filter.length === 0 ? 'all' : queryToText(filter),
      consensus === undefined ? '' : `consensus: ${consensus.rule}`,
    ),
  answers: ({ pairs, target, system, clean, badFrom, perMode }) =>
    line(
      pairs === undefined || pairs.from === 'edit'
        ? target === 'edit'
          ? 'edits'
          : 'edits and unedited outputs'
        : pairTexts[pairs.from],
      pairs?.leastChange === undefined && pairs?.mostChange === undefined
        ? ''
        : `changes of ${percent(pairs.leastChange ?? 0)} to ${percent(pairs.mostChange ?? 1)}`,
      badFrom === undefined ? '' : `bad from ${percent(badFrom)} changed`,
      system === undefined ? '' : system === '' ? 'no system prompt' : 'own system prompt',
      clean === undefined ? '' : 'cleaned',
      perMode === undefined ? '' : `${formatCount(perMode)} per failure mode`,
    ),
  limits: ({ limits, balance }) =>
    line(
      limits?.total === undefined ? '' : `${formatCount(limits.total)} rows`,
      limits?.mostCharacters === undefined ? '' : `${formatCount(limits.mostCharacters)} characters`,
      limits?.perUser === undefined ? '' : `${formatCount(limits.perUser)} per user`,
      limits?.perMode === undefined ? '' : `${formatCount(limits.perMode)} per failure mode`,
      limits?.perPromptVersion === undefined
        ? ''
        : `${formatCount(limits.perPromptVersion)} per prompt version`,
      balance === undefined
        ? ''
        : `balanced by ${balanceTexts[balance.by].toLowerCase()}, ${balance.most} to 1`,
    ) || 'none',
  duplicates: ({ duplicates, decontaminate }) =>
    line(
      duplicates === undefined ? '' : duplicates.exact ? 'no equal rows' : '',
      duplicates?.near === undefined ? '' : `no near-duplicates from ${percent(duplicates.near)}`,
      decontaminate === undefined ? '' : `nothing of ${fileName(decontaminate.path)}`,
    ) || 'kept',
  privacy: ({ privacy }) =>
    privacy === undefined ? 'as it is' : `${privacy.action} ${formatPlural(privacy.finders.length, 'kind')}`,
  tokens: ({ tokens }) =>
    tokens === undefined
      ? 'not counted'
      : line(
          typeof tokens.encoding === 'string' ? tokens.encoding : fileName(tokens.encoding.file),
          tokens.most === undefined ? '' : `at most ${formatCount(tokens.most)}`,
          tokens.pricePerMillion === undefined ? '' : `${tokens.pricePerMillion} per million`,
        ),
  split: ({ validation, test, groupBy, keepsNearDuplicates, seed }) =>
    line(
      validation === 0 ? '' : `${percent(validation)} validation`,
      test === undefined ? '' : `${percent(test)} test`,
      `by ${groupTexts[groupBy].toLowerCase()}`,
      keepsNearDuplicates === true ? 'near-duplicates together' : '',
      `seed ${seed}`,
    ),
  card: ({ card }) =>
    card === undefined ? 'none' : line(card.title === '' ? 'no title' : card.title, card.licence ?? ''),
};

function line(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function percent(share: number): string {
  return `${Math.round(1000 * share) / 10} %`;
}
