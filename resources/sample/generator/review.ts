import type { Draft } from './draft.ts';
import type { Failure } from './prompts.ts';
import type { Random } from './random.ts';

export interface Review {
  readonly verdict: 'good' | 'needs_work' | 'bad';
  readonly failure_mode: string | null;
  readonly rating: number;
  readonly note: string | null;
}

export interface Reviewer {
  readonly key: string;
  readonly name: string;
  /** How many points this person takes off compared with the other one. */
  readonly strictness: number;
  /** Which failure this person names when a draft has several, first one first. */
  readonly order: readonly Failure[];
}

export const reviewers: readonly Reviewer[] = [
  {
    key: 'ada_vrba',
    name: 'Ada Vrba',
    strictness: 0.35,
    order: ['ignoredQuestion', 'inventedPolicy', 'wrongDetail', 'missingAnswer', 'tooLong', 'wrongTone'],
  },
  {
    key: 'tomasz_lind',
    name: 'Tomasz Lind',
    strictness: -0.2,
    order: ['ignoredQuestion', 'missingAnswer', 'wrongTone', 'tooLong', 'inventedPolicy', 'wrongDetail'],
  },
];

const failureNames: Readonly<Record<Failure, string>> = {
  tooLong: 'Too long',
  wrongTone: 'Wrong tone',
  inventedPolicy: 'Invented policy',
  missingAnswer: 'Missing answer',
  wrongDetail: 'Wrong detail',
  ignoredQuestion: 'Ignored question',
};

const severity: Readonly<Record<Failure, number>> = {
  tooLong: 1,
  wrongTone: 1.1,
  inventedPolicy: 2.2,
  missingAnswer: 1.5,
  wrongDetail: 1.7,
  ignoredQuestion: 3,
};

/** How well a draft is, from 5 down to 1, before anybody's taste. */
export function qualityOf({ failures }: Draft): number {
  return Math.max(1, 4.7 - failures.reduce((sum, failure) => sum + severity[failure], 0));
}

export function reviewDraft(draft: Draft, reviewer: Reviewer, random: Random): Review {
  const felt = qualityOf(draft) - reviewer.strictness + (random.next() + random.next() - 1) * 1.45;
  const rating = Math.min(5, Math.max(1, Math.round(felt)));
  // A wrong detail is easily overlooked by somebody who does not look up the order.
  const seen = reviewer.order.filter(
    (failure) => draft.failures.includes(failure) && !random.chance(failure === 'wrongDetail' ? 0.25 : 0.06),
  );
  const named = seen.length > 1 && random.chance(0.2) ? seen[1] : seen[0];
  if (named === undefined && felt < 3.4)
    return {
      verdict: 'needs_work',
      failure_mode: random.chance(0.5) ? 'Wrong tone' : null,
      rating: Math.max(3, rating),
      note: null,
    };
  const verdict = named === undefined ? 'good' : felt < 2.1 ? 'bad' : felt > 4.1 ? 'good' : 'needs_work';
  const failureMode = named === undefined || verdict === 'good' ? null : failureNames[named];
  const note =
    failureMode !== null && named !== undefined && random.chance(0.16)
      ? random.pick(notes[named].filter((_, index) => index % 2 === reviewers.indexOf(reviewer)))
      : null;
  return {
    verdict,
    failure_mode: failureMode,
    rating: verdict === 'good' ? Math.max(4, rating) : Math.min(verdict === 'bad' ? 2 : 4, rating),
    note,
  };
}

const notes: Readonly<Record<Failure, readonly string[]>> = {
  tooLong: [
    'Half of this could go.',
    'The answer comes only in the third paragraph.',
    'Nobody reads this on a phone.',
  ],
  wrongTone: [
    'Too many apologies.',
    'Sounds like a form letter.',
    'The customer was friendly, no need for this.',
  ],
  inventedPolicy: [
    'We have never offered this!',
    'Where does this promise come from?',
    'Ask legal what happens if somebody insists on it.',
  ],
  missingAnswer: [
    'Second question not answered.',
    'Says everything except what was asked.',
    'The date is missing.',
  ],
  wrongDetail: [
    'Checked against the order: not right.',
    'Number does not match the mail.',
    'Amount without VAT, not what was paid?',
  ],
  ignoredQuestion: ['Text block, does not deal with the mail at all.', 'Would make me angry as a customer.'],
};

const comments: Readonly<Record<Failure, readonly string[]>> = {
  tooLong: ['way too long', 'had to cut two paragraphs', 'padding again', 'Customer asked one simple thing.'],
  wrongTone: [
    'stop apologising',
    'tone is off',
    'too stiff for this customer',
    'no emoji in complaints please 🙄',
  ],
  inventedPolicy: [
    'we do not offer this',
    'made-up promise',
    'There is no such discount!!',
    'dangerous, almost sent it',
  ],
  missingAnswer: ['did not answer the question', 'forgot the second question', 'where is the date?'],
  wrongDetail: [
    'wrong date',
    'wrong number in the reply',
    'period is wrong, check the policy',
    'amount does not match',
  ],
  ignoredQuestion: ['useless, wrote it myself', 'did not read the mail', 'generic text'],
};

/** The short remark an agent leaves with a low rating. */
export function commentOn({ failures }: Draft, random: Random): string {
  const [first] = failures;
  return first === undefined
    ? random.pick(['not quite what I would write', 'ok but flat'])
    : random.pick(comments[random.chance(0.75) ? first : (failures.at(-1) ?? first)]);
}
