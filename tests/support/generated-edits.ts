/** One logged output with the edit a person made of it, as a row to import. */
export interface GeneratedRow {
  readonly id: string;
  readonly input: string;
  readonly output: string;
  readonly edit: string;
  readonly time: string;
}

/** Ways in which outputs go wrong: what is put out, and what a person makes of it. */
const modes: readonly ((
  noun: string,
  name: string,
  numbers: readonly [string, string],
) => [string, string])[] = [
  (noun) => [`we utilize the ${noun} for this.`, `we use the ${noun} for this.`],
  (_noun, name, [wrong, right]) => [
    `the total of ${name} is ${wrong} euros.`,
    `the total of ${name} is ${right} euros.`,
  ],
  (noun) => [`the ${noun} is ready. I hope this helps!`, `the ${noun} is ready.`],
  (noun) => [`the ${noun} came.`, `the ${noun} came. Please contact our support with any questions.`],
  (_noun, name) => [`dear ${name}, thank you.`, `hi ${name}, thank you.`],
  (noun) => [`it was **very** important for the ${noun}.`, `it was important for the ${noun}.`],
];

const nouns = ['report', 'invoice', 'parcel', 'contract', 'ticket', 'refund', 'order', 'account'];
const names = ['Ada', 'Ben', 'Chloe', 'Dan', 'Eve'];

/** Monday of the first week. */
const firstMonday = Date.UTC(2026, 7, 3);
const weekMs = 7 * 86_400_000;

/**
 * Edits of some failure modes, each week `perWeek`, one in ten of them like nothing else. The same for the same numbers.
 * @param kinds which failure modes there are, from 0 to 5
 */
export function generatedEdits(
  weeks: { readonly from: number; readonly to: number },
  perWeek: number,
  kinds: readonly number[] = [0, 1, 2, 3, 4, 5],
): GeneratedRow[] {
  const rows: GeneratedRow[] = [];
  for (let week = weeks.from; week <= weeks.to; week += 1) {
    for (let index = 0; index < perWeek; index += 1) {
      const draw = createDraw(week * 100_003 + index);
      const pick = (from: readonly string[]) => from[draw(from.length)] ?? '';
      const mode = modes[kinds[draw(kinds.length)] ?? 0];
      const amount = 10 + draw(900);
      const [output, edit] =
        draw(10) === 0 || mode === undefined
          ? [`the ${word(draw)} ${word(draw)}.`, `the ${word(draw)} ${word(draw)} ${word(draw)}.`]
          : mode(pick(nouns), pick(names), [String(amount), String(amount + 1 + draw(50))]);
      const opening = `${word(draw)} ${word(draw)}: `;
      rows.push({
        id: `${week}-${index}`,
        input: `Question ${index} of week ${week}`,
        output: opening + output,
        edit: opening + edit,
        time: new Date(firstMonday + (week - 1) * weekMs + index * 1000).toISOString(),
      });
    }
  }
  return rows;
}

type Draw = (below: number) => number;

/** Numbers that look random (mulberry32). */
function createDraw(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function word(draw: Draw): string {
  const syllables = ['ka', 'lo', 'mi', 'ter', 'sun', 'ro', 'fe', 'bal', 'ni', 'quo', 'da', 'wes'];
  return Array.from({ length: 2 + draw(3) }, () => syllables[draw(syllables.length)] ?? '').join('');
}
