import type { Agreement } from '../../../shared/contract/agreement-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { aboutFigures, levelName } from './agreement-texts.ts';
import { type Figure, FiguresTable } from './figures-table.tsx';

/** How far all annotators agree; undefined while it is measured. */
export function OverallFigures({ agreement }: { readonly agreement: Agreement | undefined }) {
  return (
    <FiguresTable label="Agreement of all" figures={figuresOf(agreement)} isBusy={agreement === undefined} />
  );
}

function bounds(interval: readonly [number, number] | null | undefined): Pick<Figure, 'low' | 'high'> {
  return { low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}

function figuresOf(agreement: Agreement | undefined): Figure[] {
  const items = formatPlural(agreement?.items ?? 0, 'item');
  const intervals = agreement?.intervals;
  const isPart = agreement !== undefined && agreement.fleiss_items < agreement.items;
  const fleissItems = isPart
    ? `${formatCount(agreement.fleiss_items)} with ${agreement.fleiss_raters} labels`
    : items;
  return [
    {
      name: 'Percent agreement',
      value: agreement?.percent ?? null,
      ...bounds(intervals?.percent),
      n: items,
      about: aboutFigures.percent,
      isPercent: true,
    },
    {
      name: 'Fleiss’ kappa',
      value: agreement?.fleiss_kappa ?? null,
      ...bounds(intervals?.fleiss_kappa),
      n: fleissItems,
      about: aboutFigures.fleiss,
    },
    {
      name: `Krippendorff’s alpha${agreement === undefined ? '' : `, ${levelName(agreement.level).toLowerCase()}`}`,
      value: agreement?.krippendorff_alpha ?? null,
      ...bounds(intervals?.krippendorff_alpha),
      n: items,
      about: aboutFigures.alpha,
    },
  ];
}
