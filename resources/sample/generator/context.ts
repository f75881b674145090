import { day, dayInWords, euros, workdaysLater } from './calendar.ts';
import {
  cities,
  carriers,
  colours,
  firstNames,
  lastNames,
  products,
  sizes,
  streets,
  type Agent,
} from './people.ts';
import type { Random } from './random.ts';
import type { Values } from './template.ts';
import type { Language, Topic } from './topics/topic.ts';

/** One customer with one matter: what stays the same from mail to mail. */
export interface Case {
  readonly topic: Topic;
  readonly language: Language;
  readonly agent: Agent;
  /** How many days before the first mail the order was placed. */
  readonly ordered: number;
  readonly firstMail: number;
  readonly values: Values;
}

const clothingTopics = new Set([
  'wrong-size',
  'size-advice',
  'back-in-stock',
  'care',
  'material',
  'warranty',
  'wrong-item',
  'de-size',
  'de-warranty',
  'fr-return',
]);
const gearTopics = new Set(['spare-part', 'damaged', 'de-damaged']);

const daysSinceOrder: Readonly<Record<string, readonly [number, number]>> = {
  'refund-status': [28, 33],
  'de-refund': [28, 33],
  'nl-refund': [28, 33],
  'return-late': [36, 39],
  warranty: [110, 200],
  'spare-part': [60, 300],
  'de-warranty': [110, 200],
  cancel: [1, 1],
  express: [1, 2],
  'address-change': [1, 2],
  'de-address': [1, 2],
  'price-drop': [3, 6],
};

export function createCase(topic: Topic, agent: Agent, firstMail: number, random: Random): Case {
  const { language } = topic;
  const fitting = products.filter(({ kind }) =>
    clothingTopics.has(topic.id) ? kind === 'clothing' : gearTopics.has(topic.id) ? kind === 'gear' : true,
  );
  const bought = random.pick(fitting);
  const other = random.pick(
    products.filter((candidate) => candidate !== bought && candidate.kind === bought.kind),
  );
  const colour = random.pick(colours);
  const size = random.between(0, sizes.length - 2);
  const first = random.pick(firstNames[language]);
  const last = random.pick(lastNames[language]);
  const orderNumber = String(random.between(30_000, 69_999));
  const [from, to] = daysSinceOrder[topic.id] ?? [6, 9];
  const lower = euros(Math.round((bought.cents * 100) / 121), language);
  return {
    topic,
    language,
    agent,
    ordered: random.between(from, to),
    firstMail,
    values: {
      first,
      last,
      name: `${first} ${last}`,
      mail: mailAddress(first, last),
      agent: agent.name,
      order: `BF-${orderNumber}`,
      wrongOrder: `BF-${mistyped(orderNumber)}`,
      invoice: `RE-2026-${random.between(1000, 9899)}`,
      tracking: `${random.pick(['NP', 'KX', 'VK'])}${random.between(10_000_000, 99_999_999)}`,
      carrier: random.pick(carriers),
      city: random.pick(cities[language]),
      street: random.pick(streets[language]),
      product: bought.names[language],
      otherProduct: other.names[language],
      colour,
      otherColour: random.pick(colours.filter((candidate) => candidate !== colour)),
      size: sizes[size] ?? 'M',
      size2: sizes[size + 1] ?? 'L',
      amount: euros(bought.cents, language),
      net: lower,
      diff: euros(bought.cents - Math.round((bought.cents * 100) / 121), language),
      small: euros(Math.round(bought.cents / 10), language),
      voucher: random.pick(['SUMMER10', 'LAKE10', 'MEADOW10', 'HELLO10']),
      digits: String(random.between(1000, 9999)),
    },
  };
}

/** The case's values with the dates as they are at the time of one mail. */
export function valuesAt(matter: Case, at: number, random: Random): Values {
  const { language, firstMail } = matter;
  const ordered = firstMail - matter.ordered * day;
  const arrived = matter.ordered > 20 && matter.ordered < 36 ? firstMail - 9 * day : ordered + 4 * day;
  const expected = workdaysLater(at, random.between(3, 5));
  const wrong = random.chance(0.5) ? workdaysLater(expected, 7) : workdaysLater(at, 1);
  const words = (local: number): string => dayInWords(local, language);
  return {
    ...matter.values,
    ordered: words(ordered),
    shipped: words(workdaysLater(ordered, 1)),
    shipped2: words(at - day),
    ships: words(workdaysLater(at, 1)),
    soon: words(workdaysLater(at, 2)),
    due: words(arrived),
    due2: words(expected),
    deadline: words(ordered + 34 * day),
    wrongDate: words(wrong),
  };
}

function mailAddress(first: string, last: string): string {
  const plain = `${first.slice(0, 1)}.${last}`.normalize('NFD').replaceAll(/[^A-Za-z.]/g, '');
  return `${plain.toLowerCase()}@example.com`;
}

/** The number with two neighbouring digits swapped, or its last digit changed where they are equal. */
function mistyped(digits: string): string {
  const swapped = digits.slice(0, 2) + digits.slice(3, 4) + digits.slice(2, 3) + digits.slice(4);
  return swapped === digits ? `${digits.slice(0, 4)}${(Number(digits.slice(4)) + 3) % 10}` : swapped;
}
