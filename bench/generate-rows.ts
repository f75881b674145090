import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * Writes made-up rows of 1-3 KB as JSONL: chat input, output, for most an edit with a few words changed, a rating and
 * an action. The same seed gives the same bytes.
 */
export function writeSyntheticRows(path: string, rows: number, seed = 1): void {
  const random = createRandom(seed);
  const file = openSync(path, 'w');
  try {
    let lines: string[] = [];
    for (let index = 0; index < rows; index++) {
      lines.push(JSON.stringify(syntheticRow(index, random)));
      if (lines.length === 1000 || index === rows - 1) {
        writeSync(file, `${lines.join('\n')}\n`);
        lines = [];
      }
    }
  } finally {
    closeSync(file);
  }
}

/** The mapping that suits `writeSyntheticRows`. */
export const syntheticMapping = [
  { target: 'external_id', path: 'id' },
  { target: 'messages', path: 'messages' },
  { target: 'output', path: 'output' },
  { target: 'edit', path: 'edited' },
  { target: 'annotator', path: 'editor' },
  { target: 'session', path: 'session' },
  { target: 'user', path: 'user' },
  { target: 'model', path: 'model' },
  { target: 'prompt_version', path: 'prompt_version' },
  { target: 'created_at', path: 'time' },
  { target: 'rating', path: 'rating' },
  { target: 'action', path: 'action' },
] as const;

type Random = () => number;

/** Marsaglia's xorshift32: small, seeded, the same everywhere. Not for anything secret. */
function createRandom(seed: number): Random {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const syllables = [
  'ka',
  'lo',
  'mi',
  'ner',
  'ta',
  'vis',
  'or',
  'den',
  'pu',
  'sha',
  'ri',
  'col',
  'be',
  'tum',
  'ex',
  'al',
];

/** 6,000 words, drawn with a preference for the first ones as in real text (Zipf). */
const vocabulary = Array.from({ length: 6000 }, (_, index) => {
  const random = createRandom(index + 1);
  const length = 1 + Math.floor(random() * 4);
  return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join('');
});

function words(count: number, random: Random): string[] {
  return Array.from(
    { length: count },
    () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'word',
  );
}

function syntheticRow(index: number, random: Random): object {
  const output = words(90 + Math.floor(random() * 200), random);
  const isEdited = random() < 0.7;
  const edited = output.map((word) => (random() < 0.06 ? (words(1, random)[0] ?? word) : word));
  return {
    id: `row-${index}`,
    time: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
    session: `session-${Math.floor(index / 5)}`,
    user: `user-${Math.floor(random() * 500)}`,
    model: random() < 0.5 ? 'model-small' : 'model-large',
    prompt_version: `v${1 + Math.floor(random() * 3)}`,
    messages: [
      { role: 'system', content: 'Answer the customer in the voice of the company. Be brief and correct.' },
      { role: 'user', content: words(30 + Math.floor(random() * 100), random).join(' ') },
    ],
    output: output.join(' '),
    edited: isEdited ? edited.join(' ') : null,
    editor: isEdited ? `editor-${1 + Math.floor(random() * 4)}` : null,
    rating: 1 + Math.floor(random() * 5),
    action: random() < 0.8 ? 'accepted' : 'rejected',
    latency_ms: Math.floor(200 + random() * 3000),
  };
}
