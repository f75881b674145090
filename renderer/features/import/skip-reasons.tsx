import { formatPlural } from '../../ui/format.ts';
import { CountList } from './count-list.tsx';

/** Why rows of a tool's export are no interactions. */
export function SkipReasons({ reasons }: { readonly reasons: Readonly<Record<string, number>> }) {
  const total = Object.values(reasons).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  return <CountList title={`Skipped ${formatPlural(total, 'row')}`} counts={reasons} />;
}
