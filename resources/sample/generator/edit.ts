import type { Case } from './context.ts';
import { renderLetter, type Draft, type Letter, type Sentence, type SentenceKind } from './draft.ts';
import type { CustomerMail } from './customer-mail.ts';
import { phrases } from './phrases.ts';
import type { Random } from './random.ts';
import { expand, rightly, type Values } from './template.ts';

export interface SentMail {
  readonly text: string;
  /** What the agent did, for checking that the sample has edits of every kind. */
  readonly edits: readonly EditKind[];
}

export type EditKind =
  | 'shortened'
  | 'tone'
  | 'corrected'
  | 'promise-removed'
  | 'answer-added'
  | 'personal'
  | 'own-words'
  | 'trimmed'
  | 'answer-first'
  | 'rewritten'
  | 'greeting'
  | 'sign-off'
  | 'reference'
  | 'list'
  | 'wording'
  | 'whitespace';

export interface EditRequest {
  readonly draft: Draft;
  readonly matter: Case;
  readonly values: Values;
  readonly mail: CustomerMail;
  readonly isAgain: boolean;
  readonly isFriday: boolean;
}

/** What the agent makes of the draft before it goes out. Mends every failure, and then follows the agent's habits. */
export function editDraft(request: EditRequest, random: Random): SentMail {
  const { draft, matter, values, mail, isAgain } = request;
  const { agent, language } = matter;
  const words = phrases[language];
  const edits = new Set<EditKind>();
  const say = (template: string): string => withStop(rightly(expand(template, values, random)));

  if (draft.failures.includes('ignoredQuestion') || random.chance(0.02)) return rewrite(request, random);

  let letter = mend(draft, edits, say, random, words);
  if (
    /valued|customer,|Kundin|cliente|Geachte klant|there,/.test(letter.greeting) ||
    random.chance(agent.fussiness * 0.3)
  ) {
    const greeting = expand(words.agentGreeting, values, random);
    if (greeting !== letter.greeting && random.chance(0.85)) {
      letter = { ...letter, greeting };
      edits.add('greeting');
    }
  }
  if (random.chance(agent.fussiness * 0.55)) {
    letter = { ...letter, signOff: expand(words.agentSignOff, values, random) };
    edits.add('sign-off');
  }
  letter = inOwnWords(letter, request, edits, say, random);
  const order = values['order'] ?? '';
  const hasReference = letter.paragraphs.flat().some(({ text }) => text.includes(order));
  if (!hasReference && !isAgain && mail.text.includes(order) && random.chance(0.4)) {
    letter = {
      ...letter,
      paragraphs: insertFirst(letter.paragraphs, { kind: 'reference', text: say(words.orderReference) }),
    };
    edits.add('reference');
  }
  const steps = letter.paragraphs.flat().filter(({ kind }) => kind === 'step').length;
  const asList = steps >= 2 && random.chance(0.35 + agent.fussiness / 3);
  if (asList) edits.add('list');
  let text = renderLetter(letter, asList);
  if (random.chance(agent.fussiness)) {
    const reworded = reword(text, language === 'en', random);
    if (reworded !== text) edits.add('wording');
    text = reworded;
  }
  return edits.size > 0 ? { text, edits: [...edits] } : touchUp(draft, text, letter, random);
}

/** Changes that are taste and care rather than repair. */
function inOwnWords(
  letter: Letter,
  request: EditRequest,
  edits: Set<EditKind>,
  say: (template: string) => string,
  random: Random,
): Letter {
  const { matter, mail, isFriday } = request;
  const words = phrases[matter.language];
  let { paragraphs } = letter;
  const personal = mail.isAngry ? words.personal.angry : mail.isFriendly ? words.personal.friendly : null;
  if (personal !== null && random.chance(0.55)) {
    paragraphs = insertFirst(paragraphs, { kind: 'acknowledge', text: say(personal) });
    edits.add('personal');
  } else if (isFriday && random.chance(0.3)) {
    paragraphs = paragraphs.map((part, index) =>
      index === paragraphs.length - 1
        ? [...part, { kind: 'closing', text: say(words.personal.friday) }]
        : part,
    );
    edits.add('personal');
  }
  const facts = paragraphs.flat().filter(({ kind, template }) => kind === 'fact' && template !== undefined);
  if (facts.length > 0 && random.chance(0.2 + matter.agent.fussiness * 0.35)) {
    const chosen = random.pick(facts);
    const text = say(chosen.template ?? '');
    if (text !== chosen.text) {
      paragraphs = mapSentences(paragraphs, (sentence) =>
        sentence === chosen ? [{ ...chosen, text }] : [sentence],
      );
      edits.add('own-words');
    }
  }
  const spare = paragraphs
    .flat()
    .filter((sentence) => sentence.kind === 'fact' && sentence.isAnswer === false);
  if (spare.length > 1 && random.chance(0.2)) {
    const dropped = spare.at(-1);
    paragraphs = mapSentences(paragraphs, (sentence) => (sentence === dropped ? [] : [sentence]));
    edits.add('trimmed');
  }
  const answer = paragraphs.flat().find(({ isAnswer }) => isAnswer === true);
  const hasSteps = paragraphs.flat().some(({ kind }) => kind === 'step');
  if (answer !== undefined && random.chance(0.15) && !hasSteps) {
    const moved = paragraphs.map((part) =>
      part.includes(answer) && part.every(({ kind }) => kind !== 'acknowledge')
        ? [answer, ...part.filter((sentence) => sentence !== answer)]
        : part,
    );
    if (moved.some((part, index) => part[0] !== paragraphs[index]?.[0])) edits.add('answer-first');
    paragraphs = moved;
  }
  return { ...letter, paragraphs: paragraphs.filter((part) => part.length > 0) };
}

function mapSentences(
  paragraphs: Letter['paragraphs'],
  change: (sentence: Sentence) => readonly Sentence[],
): Letter['paragraphs'] {
  return paragraphs.map((part) => part.flatMap((sentence) => change(sentence)));
}

/** Nothing was wrong: the agent only breaks lines differently, or drops the last polite sentence. */
function touchUp(draft: Draft, text: string, letter: Letter, random: Random): SentMail {
  if (random.chance(0.3)) {
    const spaced = text.replaceAll(/(?<=[.!?]) (?=[A-ZÄÖÜÀ-Þ])/g, () => (random.chance(0.3) ? '\n' : ' '));
    return { text: spaced === text ? text.replace('\n\n', '\n') : spaced, edits: ['whitespace'] };
  }
  const shorter = {
    ...letter,
    paragraphs: letter.paragraphs.filter((part) => part.some(({ kind }) => kind !== 'closing')),
  };
  const reworded = reword(renderLetter(draft.letter), true, random);
  return reworded === text || random.chance(0.4)
    ? { text: renderLetter(shorter), edits: ['shortened'] }
    : { text: reworded, edits: ['wording'] };
}

const fillers: ReadonlySet<SentenceKind> = new Set(['padding', 'restatement']);

function mend(
  draft: Draft,
  edits: Set<EditKind>,
  say: (template: string) => string,
  random: Random,
  words: (typeof phrases)['en'],
): Letter {
  const keepsOneApology = random.chance(0.15);
  const paragraphs = draft.letter.paragraphs.map((part) =>
    part.flatMap((sentence): readonly Sentence[] => {
      if (fillers.has(sentence.kind)) {
        if (sentence.kind === 'padding' && random.chance(0.12)) return [sentence];
        edits.add('shortened');
        return [];
      }
      if (sentence.kind === 'apology' || sentence.kind === 'tone') {
        if (sentence.kind === 'apology' && keepsOneApology && !edits.has('tone')) {
          edits.add('tone');
          return [{ kind: 'apology', text: say(softApology(words)) }];
        }
        edits.add('tone');
        return [];
      }
      if (sentence.kind === 'invented') {
        edits.add('promise-removed');
        return random.chance(0.45) ? [{ kind: 'fact', text: say(random.pick(words.honest)) }] : [];
      }
      if (sentence.correct === undefined) return [sentence];
      edits.add('corrected');
      return [{ kind: sentence.kind, text: sentence.correct, isAnswer: true }];
    }),
  );
  const complete = draft.missing.length === 0 ? paragraphs : addMissing(paragraphs, draft.missing);
  if (draft.missing.length > 0) edits.add('answer-added');
  return { ...draft.letter, paragraphs: complete.filter((part) => part.length > 0) };
}

function softApology(words: (typeof phrases)['en']): string {
  if (words === phrases.de) return 'Das tut mir leid.';
  if (words === phrases.fr) return "J'en suis désolée.";
  return words === phrases.nl ? 'Dat spijt me.' : 'Sorry about that.';
}

/** The main answer goes to where it belongs, a side answer before the closing. */
function addMissing(
  paragraphs: readonly (readonly Sentence[])[],
  missing: readonly Sentence[],
): readonly (readonly Sentence[])[] {
  const at = paragraphs.findIndex((part) => part.some(({ kind }) => kind === 'fact' || kind === 'step'));
  return missing.every(({ kind }) => kind === 'aside') || at < 0
    ? [...paragraphs.slice(0, -1), missing, ...paragraphs.slice(-1)]
    : paragraphs.map((part, index) => {
        if (index !== at) return part;
        const first = part.findIndex(({ kind }) => kind === 'fact' || kind === 'step');
        return [...part.slice(0, first + 1), ...missing, ...part.slice(first + 1)];
      });
}

function insertFirst(
  paragraphs: readonly (readonly Sentence[])[],
  sentence: Sentence,
): readonly (readonly Sentence[])[] {
  return paragraphs.map((part, index) => (index === 0 ? [...part, sentence] : part));
}

/** The agent starts over: same facts, own words and order. */
function rewrite({ matter, values, isAgain, draft }: EditRequest, random: Random): SentMail {
  const words = phrases[matter.language];
  const say = (template: string): string => withStop(rightly(expand(template, values, random)));
  const facts = matter.topic.facts.map((fact): Sentence => {
    const isStep = fact.startsWith('- ');
    return { kind: isStep ? 'step' : 'fact', text: say(fact.replace(/^[?-] /, '')) };
  });
  const answerFirst = facts.toSorted((a, b) => Number(a.kind === 'step') - Number(b.kind === 'step'));
  const aside = draft.missing.filter(({ kind }) => kind === 'aside');
  const letter: Letter = {
    greeting: expand(words.agentGreeting, values, random),
    paragraphs: [
      [{ kind: 'acknowledge', text: say(isAgain ? words.acknowledgeAgain : matter.topic.acknowledge) }],
      answerFirst,
      [...aside, { kind: 'closing', text: say(random.pick(words.closing)) }],
    ],
    signOff: expand(words.agentSignOff, values, random),
  };
  return { text: renderLetter(letter, random.chance(0.5)), edits: ['rewritten'] };
}

const rewordings: readonly (readonly [RegExp, string])[] = [
  [/\bPlease note that /, ''],
  [/\bI am sorry\b/, "I'm sorry"],
  [/\bThank you for\b/, 'Thanks for'],
  [/\bYou will\b/, "You'll"],
  [/\bit will\b/, "it'll"],
  [/\bfree of charge\b/, 'free'],
  [/\bworking days\b/, 'business days'],
  [/\bI hope that answers your question\b/, 'I hope that helps'],
  [/\bJust reply to this mail if\b/, 'Write to me if'],
  [/\bLet me know if anything is unclear\b/, 'Any questions, just ask'],
  [/ ?Thank you for shopping with us\./, ''],
];

const otherRewordings: readonly (readonly [RegExp, string])[] = [
  [/\bvielen Dank für\b/, 'danke für'],
  [/\bvoraussichtlich\b/, 'wahrscheinlich'],
  [/\bFalls\b/, 'Wenn'],
  [/\bmerci pour votre message\b/, "merci d'avoir écrit"],
  [/\bbedankt voor uw bericht\b/, 'dank u wel voor uw mail'],
  [/ ?Vielen Dank für Ihr Verständnis\./, ''],
];

function reword(text: string, isEnglish: boolean, random: Random): string {
  const fitting = (isEnglish ? rewordings : otherRewordings).filter(([pattern]) => pattern.test(text));
  const chosen = fitting.filter((_, index) => index === 0 || random.chance(0.4));
  const reworded = chosen.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
  return reworded
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/(^|[.!?] |\n)([a-z])(?=[a-z])/g, (match: string, before: string, letter: string) =>
      isEnglish && before !== '' ? before + letter.toUpperCase() : match,
    );
}

function withStop(text: string): string {
  return /[.!?]$|[^\w\s€%"»,;:]$/u.test(text) ? text : `${text}.`;
}
