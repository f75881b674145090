import { day, firstDay, hour, isWorkday, minute, weeks } from './calendar.ts';
import { channelAt } from './channel.ts';
import { createCase } from './context.ts';
import { agents } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { reviewDraft, reviewers, type Review } from './review.ts';
import { playSession, type LoggedDraft, type Turn } from './session.ts';
import { englishAccount } from './topics/english-account.ts';
import { englishDelivery } from './topics/english-delivery.ts';
import { englishProducts } from './topics/english-products.ts';
import { englishReturns } from './topics/english-returns.ts';
import { frenchAndDutch } from './topics/french-dutch.ts';
import { german } from './topics/german.ts';
import type { Topic } from './topics/topic.ts';

export const interactionCount = 400;

/** How many interactions each reviewer looks at, and how many of them the other one does too. */
export const reviewedEach = 80;
export const reviewedByBoth = 40;

export const topics: readonly Topic[] = [
  ...englishDelivery,
  ...englishReturns,
  ...englishAccount,
  ...englishProducts,
  ...german,
  ...frenchAndDutch,
];

export interface SampleLine extends LoggedDraft {
  readonly id: string;
  /** By reviewer; absent where nobody looked at the draft. */
  readonly review?: Readonly<Record<string, Review>>;
}

/** The whole sample, in order of time. The same seed gives the same lines on every machine. */
export function createSampleLines(seed: number): readonly SampleLine[] {
  const random = createRandom(seed);
  const outcomes = createRandom(seed + 1);
  const turns: Turn[] = [];
  for (let session = 0; turns.length < interactionCount; session += 1) {
    const topic = random.pickWeighted(topics);
    const matter = createCase(topic, random.pickWeighted(agents), officeMoment(random), random);
    const filed = {
      id: `T-${40_210 + session * 7}`,
      channel: channelAt(matter.firstMail, outcomes),
      outcomes,
    };
    turns.push(...playSession(filed, matter, interactionCount - turns.length, random));
  }
  const ordered = turns.toSorted((a, b) => a.at - b.at);
  const reviews = reviewSome(ordered, random);
  return ordered.map(({ line }, index) => {
    const identified: LoggedDraft & { id: string } = Object.assign(
      { id: `d-${String(index + 1).padStart(4, '0')}` },
      line,
    );
    const review = reviews[index] ?? {};
    return Object.keys(review).length === 0 ? identified : Object.assign(identified, { review });
  });
}

/** Weekdays between eight and five, with more mail on Mondays. */
function officeMoment(random: Random): number {
  for (;;) {
    const at =
      firstDay +
      random.between(0, weeks * 7 - 1) * day +
      8 * hour +
      random.between(0, 9 * 60 - 1) * minute +
      random.between(0, 59) * 1000;
    const isMonday = new Date(at).getUTCDay() === 1;
    if (isWorkday(at) && (isMonday || random.chance(0.75))) return at;
  }
}

function reviewSome(turns: readonly Turn[], random: Random): readonly Readonly<Record<string, Review>>[] {
  const order = turns.map((_, index) => ({ index, key: random.next() })).toSorted((a, b) => a.key - b.key);
  const [first, second] = reviewers;
  if (first === undefined || second === undefined) throw new Error('The sample needs two reviewers.');
  const onlyEach = reviewedEach - reviewedByBoth;
  const reviews: Record<string, Review>[] = turns.map(() => ({}));
  order.slice(0, reviewedByBoth + 2 * onlyEach).forEach(({ index }, place) => {
    const turn = turns[index];
    if (turn === undefined) return;
    const by = place < reviewedByBoth ? reviewers : place < reviewedEach ? [first] : [second];
    reviews[index] = Object.fromEntries(
      by.map((reviewer) => [reviewer.key, reviewDraft(turn.draft, reviewer, random)]),
    );
  });
  return reviews;
}
