import { day, firstDay } from './calendar.ts';

/** The ways in which a draft goes wrong. */
export const failureKinds = [
  'tooLong',
  'wrongTone',
  'inventedPolicy',
  'wrongDetail',
  'missingAnswer',
  'ignoredQuestion',
] as const;

export type Failure = (typeof failureKinds)[number];

export interface PromptVersion {
  readonly name: 'v1' | 'v2' | 'v3';
  readonly liveFrom: number;
  readonly system: string;
  /** How likely a draft of this version goes wrong in each way. */
  readonly rates: Readonly<Record<Failure, number>>;
}

export const promptVersions: readonly PromptVersion[] = [
  {
    name: 'v1',
    liveFrom: firstDay,
    system:
      'You are the customer service assistant of the web shop Brackenfold. Draft a reply to the customer\'s mail in the customer\'s language. Be extremely polite, apologise for any inconvenience and explain everything in detail. Sign as "Your Brackenfold team".',
    rates: {
      tooLong: 0.58,
      wrongTone: 0.36,
      inventedPolicy: 0.07,
      wrongDetail: 0.13,
      missingAnswer: 0.11,
      ignoredQuestion: 0.05,
    },
  },
  {
    name: 'v2',
    liveFrom: firstDay + 28 * day,
    system:
      'You are the customer service assistant of the web shop Brackenfold. Draft a short reply (under 120 words) to the customer\'s mail in the customer\'s language. Do not over-apologise. Always offer a concrete solution with a date or an amount. Sign as "Brackenfold customer care".',
    rates: {
      tooLong: 0.05,
      wrongTone: 0.11,
      inventedPolicy: 0.38,
      wrongDetail: 0.28,
      missingAnswer: 0.14,
      ignoredQuestion: 0.06,
    },
  },
  {
    name: 'v3',
    liveFrom: firstDay + 56 * day,
    system:
      'You are the customer service assistant of the web shop Brackenfold. Draft a reply to the customer\'s mail in the customer\'s language, 70 to 130 words. Answer every question the customer asks. Use only facts from the order data and these policies: returns 30 days, exchange free, refunds 5 working days after the return, guarantee 2 years, gift cards 3 years. Promise nothing else; if you do not know, say that a colleague will check. Sign as "Brackenfold customer care".',
    rates: {
      tooLong: 0.05,
      wrongTone: 0.07,
      inventedPolicy: 0.06,
      wrongDetail: 0.11,
      missingAnswer: 0.12,
      ignoredQuestion: 0.03,
    },
  },
];

export function promptVersionAt(local: number): PromptVersion {
  const version = promptVersions.findLast((candidate) => candidate.liveFrom <= local);
  if (version === undefined) throw new Error('Before the first prompt version.');
  return version;
}

/** The model changed in the middle of v2, so that prompt and model can be told apart. */
export function modelAt(local: number): string {
  return local < firstDay + 42 * day ? 'aster-medium-1.5' : 'aster-medium-2';
}
