import type { AuditRow } from '../../../shared/contract/audit-operations.ts';
import { type Capture, captures, isShownBy } from './captures.ts';
import { counted, percent } from './figures.ts';
import type { Audited, FoundGap } from './found-gap.ts';

/** Below this share of interactions a signal is said to have gaps. */
const lowShare = 0.3;
/** Fewer interactions than this are no surface to speak of. */
const fewest = 20;

interface Surface {
  readonly name: string | null;
  readonly interactions: number;
  readonly known: ReadonlyMap<string, number>;
}

/** What is not logged at all or seldom, everywhere or on some surfaces. */
export function captureGaps(audited: Audited): FoundGap[] {
  const surfaces = surfacesOf(audited.rows);
  return captures.flatMap((capture) => {
    const everywhere = gapOf(capture, null, audited.interactions, knownOf(capture, audited.signals));
    if (everywhere === null) return surfaces.flatMap((surface) => surfaceGap(capture, surface));
    if (everywhere.kind === 'not_collected') return [everywhere];
    // Where it is logged on some surfaces and not on others, it is those others that lack it.
    const single = surfaces.flatMap((surface) => surfaceGap(capture, surface));
    const concerned = single.reduce((sum, { of }) => sum + of, 0);
    return single.length > 0 && concerned < audited.interactions ? single : [everywhere];
  });
}

/** Known of as many as the signal of it that is known of most. */
function knownOf(
  capture: Capture,
  signals: Iterable<{ readonly id: string; readonly known: number; readonly pending: number }>,
): number {
  let most = 0;
  for (const { id, known, pending } of signals)
    if (isShownBy(capture, id)) most = Math.max(most, known + pending);
  return most;
}

/** Surfaces by name; with one alone there is nothing to tell apart. */
function surfacesOf(rows: readonly AuditRow[]): Surface[] {
  const bySurface = Map.groupBy(rows, ({ surface }) => surface);
  if (bySurface.size < 2) return [];
  return [...bySurface].map(([name, group]) => {
    const known = new Map<string, number>();
    for (const { signals } of group)
      for (const [id, figures] of Object.entries(signals))
        known.set(id, (known.get(id) ?? 0) + figures.known + figures.pending);
    return { name, interactions: group.reduce((sum, { interactions }) => sum + interactions, 0), known };
  });
}

function surfaceGap(capture: Capture, { name, interactions, known }: Surface): FoundGap[] {
  if (interactions < fewest) return [];
  const signals = [...known].map(([id, count]) => ({ id, known: count, pending: 0 }));
  const gap = gapOf(capture, name ?? '', interactions, knownOf(capture, signals));
  return gap === null ? [] : [gap];
}

/** @param surface null for all of them, '' for interactions that name none */
function gapOf(capture: Capture, surface: string | null, of: number, known: number): FoundGap | null {
  if (known >= lowShare * of) return null;
  const kind = known === 0 ? 'not_collected' : 'low_coverage';
  const where = surface === null ? '' : surface === '' ? ' where no surface is named' : ` on ${surface}`;
  return {
    id: [kind, capture.signal, surface ?? '*'].join('/'),
    kind,
    title: `${capture.what} is ${known === 0 ? 'not logged' : 'seldom logged'}${where}`,
    detail: `Known of ${counted(known)} of ${counted(of)} interactions (${percent(known, of)}).`,
    advice: capture.advice,
    surface: surface === '' ? null : surface,
    signal: capture.signal,
    affected: of - known,
    of,
    strength: capture.strength,
    loops: capture.loops,
  };
}
