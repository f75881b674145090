import { adjustedMutualInformation } from '../../shared/domain/clusters/quality/adjusted-mutual-information.ts';
import { contingencyOf } from '../../shared/domain/clusters/quality/contingency.ts';
import { macroF1 } from '../../shared/domain/clusters/quality/macro-f1.ts';
import { meanOf } from './cluster-quality.ts';
import { type LampSpan, lampCategories } from './lamp-spans.ts';

/** How far writers agree with each other on the same texts, in the measures of the classifier: means over ordered pairs. */
export interface WritersAgreement {
  readonly pairs: number;
  readonly least_overlap: number;
  /** Spans of the one that overlap with one of the other, of all of his. */
  readonly overlapping: number;
  /** Spans that were compared, over all pairs. */
  readonly spans: number;
  /** The one's category against the other's, on overlapping spans. */
  readonly macro_f1: number;
  readonly accuracy: number;
  readonly ami: number;
}

/**
 * Each span of one writer is compared with that of the other which shares most with it, where what they share is more than
 * `leastOverlap` of what both cover.
 */
export function writersAgreement(all: readonly LampSpan[], leastOverlap: number): WritersAgreement {
  const spans = all.filter(({ category }) => lampCategories[category] !== 'Punctuation');
  const writers = [...new Set(spans.map(({ writer }) => writer))].toSorted();
  const pairs = writers.flatMap((first) =>
    writers.filter((second) => second !== first).map((second) => ({ first, second })),
  );
  const compared = pairs.map(({ first, second }) => {
    const own = spans.filter(({ writer }) => writer === first);
    const others = spans.filter(({ writer }) => writer === second);
    const texts = new Set(others.map(({ text }) => text));
    const shared = own.filter(({ text }) => texts.has(text));
    const matches = shared.flatMap((span) => {
      const other = nearestOf(span, others, leastOverlap);
      return other === null ? [] : [{ truth: other.category, answer: span.category }];
    });
    const truth = matches.map((match) => match.truth);
    const answers = matches.map((match) => match.answer);
    return {
      overlapping: matches.length / shared.length,
      spans: matches.length,
      macroF1: macroF1(truth, answers),
      accuracy: matches.filter((match) => match.truth === match.answer).length / matches.length,
      ami: adjustedMutualInformation(contingencyOf(truth, answers)),
    };
  });
  return {
    pairs: pairs.length,
    least_overlap: leastOverlap,
    overlapping: meanOf(compared.map((pair) => pair.overlapping)),
    spans: compared.reduce((sum, pair) => sum + pair.spans, 0),
    macro_f1: meanOf(compared.map((pair) => pair.macroF1)),
    accuracy: meanOf(compared.map((pair) => pair.accuracy)),
    ami: meanOf(compared.map((pair) => pair.ami)),
  };
}

function nearestOf(span: LampSpan, others: readonly LampSpan[], leastOverlap: number): LampSpan | null {
  let nearest: LampSpan | null = null;
  let most = leastOverlap;
  for (const other of others) {
    if (other.text !== span.text) continue;
    const shared =
      (Math.min(span.end, other.end) - Math.max(span.start, other.start)) /
      Math.max(1, Math.max(span.end, other.end) - Math.min(span.start, other.start));
    if (shared > most) [nearest, most] = [other, shared];
  }
  return nearest;
}
