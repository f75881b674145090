import type { Case } from './context.ts';
import { phrases, type Aside } from './phrases.ts';
import { failureKinds, type Failure, type PromptVersion } from './prompts.ts';
import type { Random } from './random.ts';
import { expand, hasMark, rightly, wrongly, type Values } from './template.ts';

export type SentenceKind =
  | 'acknowledge'
  | 'apology'
  | 'restatement'
  | 'tone'
  | 'fact'
  | 'step'
  | 'aside'
  | 'invented'
  | 'padding'
  | 'closing'
  | 'reference';

export interface Sentence {
  readonly kind: SentenceKind;
  readonly text: string;
  /** What it should have said, where the assistant got a detail wrong. */
  readonly correct?: string;
  /** How it could be said in other words. */
  readonly template?: string;
  /** Whether it is what the customer asked for; undefined for what is no fact of the matter. */
  readonly isAnswer?: boolean;
}

/** A reply as its parts, so that an edit can act on what is wrong in it. */
export interface Letter {
  readonly greeting: string;
  /** Paragraphs of sentences. */
  readonly paragraphs: readonly (readonly Sentence[])[];
  readonly signOff: string;
}

export interface Draft {
  readonly letter: Letter;
  readonly failures: readonly Failure[];
  /** Sentences that belong into the reply and are missing from it. */
  readonly missing: readonly Sentence[];
}

interface DraftRequest {
  readonly matter: Case;
  readonly values: Values;
  readonly prompt: PromptVersion;
  readonly aside: Aside | null;
  readonly isAgain: boolean;
}

export function writeDraft(request: DraftRequest, random: Random): Draft {
  const { matter, values, prompt, aside, isAgain } = request;
  const words = phrases[matter.language];
  const say = (template: string): string => sentence(expand(template, values, random));
  const drawn = new Set(drawFailures(prompt, random));

  const facts = matter.topic.facts.map((fact) => parseFact(fact, say));
  const asideAnswer: Sentence[] = aside === null ? [] : [{ kind: 'aside', text: say(aside.answer) }];
  const missing: Sentence[] = [];
  if (drawn.has('ignoredQuestion')) {
    missing.push(...facts.map(({ kind, text }) => ({ kind, text: rightly(text) })), ...asideAnswer);
  } else if (drawn.has('missingAnswer')) {
    const answer = facts.find(({ isAnswer }) => isAnswer);
    if (asideAnswer.length > 0) missing.push(...asideAnswer);
    else if (answer !== undefined) missing.push({ kind: 'fact', text: rightly(answer.text) });
  }

  const kept = facts.filter(({ text }) => !missing.some((gone) => gone.text === rightly(text)));
  const wrong = drawn.has('wrongDetail') ? kept.filter(({ text }) => hasMark(text)) : [];
  const spoilt = wrong.length === 0 ? undefined : random.pick(wrong);
  if (spoilt === undefined) drawn.delete('wrongDetail');
  const told: Sentence[] = kept.map((fact) =>
    fact === spoilt
      ? { kind: fact.kind, text: wrongly(fact.text), correct: rightly(fact.text) }
      : { kind: fact.kind, text: rightly(fact.text), template: fact.template, isAnswer: fact.isAnswer },
  );
  const body = drawn.has('ignoredQuestion')
    ? words.evasive.map((text): Sentence => ({ kind: 'fact', text: say(text) }))
    : told;
  const invented: Sentence[] = drawn.has('inventedPolicy')
    ? [{ kind: 'invented', text: say(random.pick(matter.topic.invented)) }]
    : [];

  const opening: Sentence[] = [
    { kind: 'acknowledge', text: say(isAgain ? words.acknowledgeAgain : matter.topic.acknowledge) },
  ];
  const namesMatter = prompt.name !== 'v2' && !isAgain && !drawn.has('tooLong') && random.chance(0.6);
  const about = namesMatter && matter.ordered < 100 ? say(words.about) : null;
  const isNamed = opening.some(({ text }) => text.includes(values['order'] ?? ''));
  if (about !== null && !isNamed) opening.push({ kind: 'reference', text: about });
  if (drawn.has('tooLong')) opening.push({ kind: 'restatement', text: say(words.restatement) });
  if (drawn.has('wrongTone')) opening.push(...toneOf(prompt, say, words, random));
  const asideTold = asideAnswer.filter((answer) => !missing.some((gone) => gone.text === answer.text));
  const padding = drawn.has('tooLong')
    ? someOf(words.padding, words.padding.length - 1, random).map((text): Sentence => ({
        kind: 'padding',
        text: say(text),
      }))
    : [];
  const closing = someOf(words.closing, prompt.name === 'v2' || random.chance(0.5) ? 1 : 2, random).map(
    (text): Sentence => ({ kind: 'closing', text: say(text) }),
  );
  // The second prompt asks for brevity: openings and bodies often share a paragraph.
  const isCompact = prompt.name === 'v2' && random.chance(0.5);
  const main = [...body, ...(random.chance(0.5) ? invented : [])];
  const rest = [...asideTold, ...(main.some(({ kind }) => kind === 'invented') ? [] : invented)];
  const paragraphs = [
    ...(isCompact ? [[...opening, ...main]] : [opening, main]),
    rest,
    padding,
    closing,
  ].filter((part) => part.length > 0);
  return {
    letter: {
      greeting: expand(words.greeting[prompt.name], values, random),
      paragraphs,
      signOff: expand(words.signOff[prompt.name], values, random),
    },
    failures: [...drawn],
    missing,
  };
}

/** The mail as text. Steps are a list where `asList` says so, and running text otherwise. */
export function renderLetter({ greeting, paragraphs, signOff }: Letter, asList = false): string {
  const body = paragraphs.map((sentences) => renderParagraph(sentences, asList));
  return [greeting, ...body, signOff].filter((part) => part !== '').join('\n\n');
}

function renderParagraph(sentences: readonly Sentence[], asList: boolean): string {
  const lines: string[] = [];
  let wasStep = false;
  for (const { kind, text } of sentences) {
    const isStep = asList && kind === 'step';
    if (isStep) lines.push(`${lines.length === 0 ? '' : '\n'}- ${text}`);
    else lines.push(`${lines.length === 0 ? '' : wasStep ? '\n\n' : ' '}${text}`);
    wasStep = isStep;
  }
  return lines.join('');
}

interface Fact extends Sentence {
  readonly template: string;
  readonly isAnswer: boolean;
}

function parseFact(fact: string, say: (template: string) => string): Fact {
  const marker = fact.slice(0, 2);
  const template = marker === '? ' || marker === '- ' ? fact.slice(2) : fact;
  return {
    kind: marker === '- ' ? 'step' : 'fact',
    text: say(template),
    template,
    isAnswer: marker === '? ',
  };
}

function drawFailures({ rates }: PromptVersion, random: Random): Failure[] {
  const drawn = failureKinds.filter((failure) => random.chance(rates[failure]));
  if (drawn.includes('ignoredQuestion'))
    return drawn.filter((failure) => failure === 'ignoredQuestion' || failure === 'tooLong');
  return drawn.slice(0, 3);
}

function toneOf(
  prompt: PromptVersion,
  say: (template: string) => string,
  words: (typeof phrases)['en'],
  random: Random,
): Sentence[] {
  if (prompt.name === 'v1')
    return someOf(words.apologies, 2, random).map((text) => ({ kind: 'apology', text: say(text) }));
  return [{ kind: 'tone', text: say(random.pick(words.badTone)) }];
}

function someOf<T>(items: readonly T[], count: number, random: Random): T[] {
  const rest = [...items];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0)
    chosen.push(...rest.splice(random.between(0, rest.length - 1), 1));
  return items.filter((item) => chosen.includes(item));
}

/** Ends a template's text like a sentence; inside, an alternative may have ended early. */
function sentence(text: string): string {
  const tidied = text.replaceAll(/ +([.,;])/g, '$1');
  return /[.!?)…]$|[^\w\s€%"»,;:]$/u.test(tidied) ? tidied : `${tidied}.`;
}
