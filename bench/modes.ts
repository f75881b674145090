import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { clusterQuality } from './lamp/cluster-quality.ts';
import { type LampSpan, readLampSpans, readReannotation } from './lamp/lamp-spans.ts';
import { isReported, nearestQuality } from './lamp/nearest-quality.ts';
import { writersAgreement } from './lamp/writers-agreement.ts';

const folder = resolve(import.meta.dirname, '../../shared/data/lamp');

/**
 * What clusters and the nearest failure mode are worth on LAMP's 2,275 span edits, whose writers said what was wrong with
 * each; and how far the writers agree with each other. Empty where `../shared/data` is not there.
 */
export function benchModes(): object[] {
  if (!existsSync(folder)) {
    console.log('modes: skipped, because ../shared/data/lamp is not beside the checkout.');
    return [];
  }
  const all = readLampSpans(folder);
  const parts: Readonly<Record<string, readonly LampSpan[]>> = {
    all,
    'half of the settings': all.filter((span) => !isReported(span)),
    'reported half': all.filter(isReported),
  };
  const writers = readReannotation(folder);
  return [
    ...Object.entries(parts).flatMap(([texts, spans]) =>
      clusterQuality(spans).map((row) => Object.assign(row, { texts })),
    ),
    ...Object.entries(parts).flatMap(([texts, spans]) =>
      [10, 50, 200].map((labels) =>
        Object.assign(nearestQuality(spans, labels), { method: 'nearest mode', texts }),
      ),
    ),
    ...[0, 0.5].map((overlap) =>
      Object.assign(writersAgreement(writers, overlap), { method: 'one writer by another' }),
    ),
  ];
}
