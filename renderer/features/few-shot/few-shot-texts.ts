import type { FewShotSet } from '../../../shared/contract/few-shot-operations.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import {
  type EvidenceKind,
  fewShotFormats,
  type FewShotOptions,
} from '../../../shared/domain/fewshot/few-shot-options.ts';
import type { SelectOption } from '../../ui/select.tsx';

export const segmentOptions: readonly SelectOption<FewShotOptions['by']>[] = [
  { value: 'none', name: 'All together' },
  { value: 'mode', name: 'Failure mode', detail: 'Each failure mode has its turn' },
  { value: 'prompt_version', name: 'Prompt version', detail: 'Each prompt version has its turn' },
  { value: 'model', name: 'Model', detail: 'Each model has its turn' },
];

export const methodOptions: readonly SelectOption<FewShotOptions['method']>[] = [
  { value: 'facility', name: 'Cover most', detail: 'What many ask has an example first (facility location)' },
  {
    value: 'centre',
    name: 'Leave nothing far away',
    detail: 'What is least like any example gets the next one (k-centre); odd inputs, too',
  },
];

export const orderOptions: readonly SelectOption<FewShotOptions['order']>[] = [
  { value: 'likeness', name: 'The likest to all last' },
  { value: 'quality', name: 'The best-rated last' },
  { value: 'chosen', name: 'The first chosen last' },
];

export const formatOptions: readonly SelectOption<FewShotOptions['format']>[] = fewShotFormats.map((id) => ({
  value: id,
  name: formats[id].name,
  detail: formats[id].sentence,
}));

export const evidenceNames: Record<EvidenceKind, string> = {
  label: 'Labels',
  rating: 'Ratings',
  outcome: 'Outcomes',
};

/** `12.3 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Where a set is live. */
export function liveText({ liveFor }: Pick<FewShotSet, 'liveFor'>): string | null {
  if (liveFor === null) return null;
  return liveFor === '' ? 'Live' : `Live for ${liveFor}`;
}
