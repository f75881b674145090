import type { RandomNumber } from '../shared/domain/agreement/seeded-random.ts';
import { madeUpWords } from './made-up-words.ts';

/** Makes what is removed and what is added. */
type EditMode = (random: RandomNumber) => readonly [removed: string, added: string];

/** Fifty ways in which outputs go wrong, each with variants: by words, by kind (numbers, names, signs), by shape. */
export const editModes: readonly EditMode[] = [
  swap('utilize use|utilizes uses|utilizing using|utilized used|utilization use'),
  remove('very|really|extremely|incredibly|truly'),
  numbers(),
  swap('do not>don’t|cannot>can’t|will not>won’t|is not>isn’t|are not>aren’t'),
  remove('As an AI language model, |As an AI assistant, |As a language model, '),
  swap('in order to>to|so as to>to|in order that>so that'),
  names(),
  removePassage(1),
  swap('delve into>look at|delves into>looks at|delving into>looking at|delved into>looked at'),
  add('please|, please|kindly|please do'),
  swap('colour color|organise organize|behaviour behavior|favourite favorite|analyse analyze|centre center'),
  signs(',', ''),
  remove(
    'I apologize for the inconvenience. |Sorry for any inconvenience caused. |Apologies for the inconvenience. ',
  ),
  dates(),
  swap('a number of>several|a large number of>many|a great number of>many|a small number of>few'),
  remove('rich tapestry|intricate tapestry|tapestry of|vibrant tapestry of'),
  prices(),
  signs('!', '.'),
  add('Thank you for your patience.|Thanks for your patience.|We thank you for your patience.'),
  swap('commence start|commences starts|commencing starting|commenced started|commencement start'),
  jargon(1),
  addPassage(),
  swap('click here>select the button|click on the link>select the link|click this link>select the link'),
  remove('perhaps|maybe|arguably|possibly|it seems that|it could be said that'),
  capitals(),
  jargon(2),
  swap('Dear Sir or Madam>Hi there|Dear valued customer>Hi there|Dear customer>Hello there'),
  bullets(),
  remove('It is important to note that |It is worth noting that |It should be noted that |Please note that '),
  jargon(3),
  addresses(),
  swap('leverage apply|leverages applies|leveraging applying|leveraged applied'),
  emphasis(),
  percentages(),
  jargon(4),
  add('according to the policy|under the policy|as the policy says|see the policy'),
  swap('whom who|whomever whoever|to whom>who'),
  shorten(),
  jargon(5),
  remove(
    'Let me know if you need anything else.|Let me know if you have questions.|Feel free to ask if you have questions.',
  ),
  swap('was made by>makes|was done by>does|was written by>writes|was sent by>sends'),
  paragraphs(),
  jargon(6),
  swap('he they|she they|his their|her their|he or she>they'),
  units(),
  jargon(7),
  swap('guys everyone|you guys>everyone|hey guys>hello everyone'),
  quotes(),
  jargon(8),
  add('Best regards|Kind regards|With best regards|Warm regards'),
];

function oneOf<T>(list: readonly T[], random: RandomNumber): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Pairs, divided by `>` or, of single words, by a space. */
function swap(pairs: string): EditMode {
  const list = pairs.split('|').map((pair) => pair.split(pair.includes('>') ? '>' : ' '));
  return (random) => {
    const [removed = '', added = ''] = oneOf(list, random) ?? [];
    return [removed, added];
  };
}

function remove(texts: string): EditMode {
  const list = texts.split('|');
  return (random) => [oneOf(list, random) ?? '', ''];
}

function add(texts: string): EditMode {
  const list = texts.split('|');
  return (random) => ['', oneOf(list, random) ?? ''];
}

function signs(removed: string, added: string): EditMode {
  return (random) => (removed === ',' && random() < 0.5 ? [added, removed] : [removed, added]);
}

function wholeNumber(random: RandomNumber, most: number): number {
  return 1 + Math.floor(random() * most);
}

function numbers(): EditMode {
  return (random) => [String(wholeNumber(random, 5000)), String(wholeNumber(random, 5000))];
}

const months = 'January February March April May June July August September October'.split(' ');

function dates(): EditMode {
  return (random) => {
    const [day, month, year] = [
      wholeNumber(random, 28),
      wholeNumber(random, 9),
      2020 + wholeNumber(random, 6),
    ];
    return [`${year}-0${month}-${day}`, `${day} ${months[month]} ${year}`];
  };
}

function prices(): EditMode {
  return (random) => {
    const amount = wholeNumber(random, 900);
    return random() < 0.5 ? [`${amount}`, `$${amount}.00`] : [`${amount} dollars`, `$${amount}.00`];
  };
}

function percentages(): EditMode {
  return (random) => {
    const amount = wholeNumber(random, 99);
    return [`${amount} percent`, `${amount}%`];
  };
}

function units(): EditMode {
  return (random) => [`${wholeNumber(random, 90)} miles`, `${wholeNumber(random, 150)} km`];
}

const firstNames =
  'Anna Boris Carla Deniz Edith Farid Gwen Hugo Ines Jamal Keiko Leon Mira Nils Olga Pavel'.split(' ');
const lastNames = 'Abel Brown Costa Duarte Evans Fischer Gruber Haddad Ivanov Jansen Kowalski Lopez'.split(
  ' ',
);

function fullName(random: RandomNumber): string {
  return `${oneOf(firstNames, random)} ${oneOf(lastNames, random)}`;
}

function names(): EditMode {
  return (random) => [fullName(random), fullName(random)];
}

function capitals(): EditMode {
  return (random) => {
    const word = madeUpWords(1, random);
    return [word, `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`];
  };
}

function sentence(random: RandomNumber): string {
  const text = madeUpWords(8 + Math.floor(random() * 14), random);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}. `;
}

function removePassage(sentences: number): EditMode {
  return (random) => [Array.from({ length: sentences }, () => sentence(random)).join(''), ''];
}

function addPassage(): EditMode {
  return (random) => ['', sentence(random)];
}

function shorten(): EditMode {
  return (random) => [sentence(random), madeUpWords(3, random)];
}

function paragraphs(): EditMode {
  return (random) => (random() < 0.5 ? [' ', '\n\n'] : ['\n', '\n\n']);
}

function bullets(): EditMode {
  return (random) => {
    const items = Array.from({ length: 3 }, () => madeUpWords(2, random));
    return [`\n- ${items.join('\n- ')}\n`, items.join(', ')];
  };
}

function emphasis(): EditMode {
  return (random) => {
    const words = madeUpWords(1 + Math.floor(random() * 2), random);
    return [`**${words}**`, words];
  };
}

function quotes(): EditMode {
  return (random) => {
    const words = madeUpWords(2, random);
    return [`'${words}'`, `“${words}”`];
  };
}

function addresses(): EditMode {
  return (random) => [
    `http://old.example.com/${madeUpWords(1, random)}`,
    `https://help.example.com/${madeUpWords(1, random)}`,
  ];
}

/** Words of one field, of which any may stand for any other. */
function jargon(field: number): EditMode {
  const stems = Array.from({ length: 10 }, (_, index) =>
    `${'bdfgjklm'.charAt(field - 1)}y${'aeiou'.charAt(index % 5)}x${'nprstvwz'.charAt((index * 3 + field) % 8)}${field}`.replace(
      /\d/,
      'oq',
    ),
  );
  return (random) => {
    const removed = oneOf(stems, random) ?? '';
    return [
      `${removed}${random() < 0.3 ? 's' : ''}`,
      oneOf(
        stems.filter((stem) => stem !== removed),
        random,
      ) ?? '',
    ];
  };
}
