import { createRandomNumber, type RandomNumber } from '../shared/domain/agreement/seeded-random.ts';

const syllables = 'ka lo mi ner ta vis or den pu sha ri col be tum ex al on ste bra fu'.split(' ');

/** 6,000 words, drawn with a preference for the first ones as in real text (Zipf). */
const vocabulary = Array.from({ length: 6000 }, (_, index) => {
  const random = createRandomNumber(index + 1);
  return Array.from(
    { length: 1 + Math.floor(random() * 4) },
    () => syllables[Math.floor(random() * syllables.length)] ?? '',
  ).join('');
});

export function madeUpWords(count: number, random: RandomNumber): string {
  return Array.from(
    { length: count },
    () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'word',
  ).join(' ');
}
