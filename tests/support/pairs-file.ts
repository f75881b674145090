import { writeFileSync } from 'node:fs';

const vocabulary =
  'order account refund parcel answer letter change reply invoice delivery address customer support please tomorrow morning service ticket return small large under over with about because'.split(
    ' ',
  );
const lengths = [200, 1000, 2500, 5000];

/** Writes JSONL with `count` made-up outputs of 200 to 5,000 words and edits of them; always the same bytes. */
export function writePairsFile(path: string, count: number): void {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const word = () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'order';
  const rows = Array.from({ length: count }, (_, index) => {
    const output = Array.from({ length: lengths[index % lengths.length] ?? 200 }, word);
    // Six words in a hundred are changed, a third of them taken out.
    const edit = output.map((kept) => (random() >= 0.06 ? kept : random() < 0.3 ? '' : word()));
    return JSON.stringify({
      id: `pair-${index}`,
      session: `session-${index % 5}`,
      input: `Question ${index} about an order`,
      output: paragraphs(output),
      edit: paragraphs(edit),
      rating: (index % 5) + 1,
      model: 'made-up',
    });
  });
  writeFileSync(path, `${rows.join('\n')}\n`);
}

function paragraphs(words: readonly string[]): string {
  const parts: string[] = [];
  for (let start = 0; start < words.length; start += 80)
    parts.push(
      words
        .slice(start, start + 80)
        .filter((word) => word !== '')
        .join(' '),
    );
  return parts.join('\n\n');
}
