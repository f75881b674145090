import type { Case } from './context.ts';
import { phrases, type Aside } from './phrases.ts';
import type { Random } from './random.ts';
import { expand, type Values } from './template.ts';

export interface CustomerMail {
  readonly text: string;
  readonly isAngry: boolean;
  readonly isFriendly: boolean;
  /** The question asked on the side, where there is one. */
  readonly aside: Aside | null;
}

/** What the customer writes: the first mail of a matter, or the same matter once more. */
export function writeCustomerMail(
  matter: Case,
  values: Values,
  isAgain: boolean,
  random: Random,
): CustomerMail {
  const { topic, language } = matter;
  const words = phrases[language];
  const isAngry = random.chance(isAgain ? 0.4 : 0.14);
  const isFriendly = !isAngry && random.chance(0.2);
  const aside = !isAgain && random.chance(0.24) ? random.pick(words.asides) : null;
  const subject = `${isAgain ? 'Re: ' : ''}${expand(topic.subject, values, random)}`;
  const written = expand(random.pick(isAgain ? topic.again : topic.mails), values, random);
  const body = /[\p{L}\p{N}]$/u.test(written) && aside !== null ? `${written}.` : written;
  const mood = isAngry
    ? expand(words.annoyed, values, random)
    : isFriendly
      ? expand(words.friendly, values, random)
      : '';
  const asked = aside === null ? '' : expand(aside.ask, values, random);
  const greeting = expand(words.customerGreeting, values, random);
  const text = tidy(
    [language === 'en' ? capitalised(body) : body, mood, asked]
      .filter((part) => part !== '')
      .join(random.chance(0.35) ? '\n\n' : ' '),
  );
  const closing = expand(words.customerClosing, values, random);
  // Some people write mails like text messages.
  const isTerse = language === 'en' && /^[a-z]/.test(body);
  const mail = isTerse
    ? `${tidy([body, asked].join(' ')).toLowerCase().trim()}\n\n${closing}`
    : `${greeting}\n\n${text}\n\n${closing}`;
  return { text: `${subject}\n\n${mail}`, isAngry, isFriendly, aside };
}

function tidy(text: string): string {
  return text.replaceAll(/ +([.,])/g, '$1').replaceAll(/\.\./g, '.');
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
