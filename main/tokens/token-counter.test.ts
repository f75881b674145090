import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTokens } from '../../shared/domain/export/count-tokens.ts';
import type { SupervisedExample } from '../../shared/domain/export/example.ts';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import { createTokenCounter, type Encoding } from './token-counter.ts';

async function counter(encoding: Encoding) {
  const made = await createTokenCounter(encoding);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** The example of OpenAI's cookbook, "How to count tokens with tiktoken", whose counts their service confirmed. */
const cookbook: SupervisedExample = {
  kind: 'supervised',
  prompt: [
    {
      role: 'system',
      content:
        'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.',
    },
    { role: 'system', name: 'example_user', content: 'New synergies will help drive top-line growth.' },
    {
      role: 'system',
      name: 'example_assistant',
      content: 'Things working well together will increase revenue.',
    },
    {
      role: 'system',
      name: 'example_user',
      content:
        "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
    },
    {
      role: 'system',
      name: 'example_assistant',
      content: "Let's talk later when we're less busy about how to do better.",
    },
    {
      role: 'user',
      content: "This late pivot means we don't have time to boil the ocean for the client deliverable.",
    },
  ],
  answer: '',
  draft: null,
  trains: 'all',
};

describe('createTokenCounter', () => {
  it.each([
    ['cl100k_base', 'tiktoken is great!', 6],
    ['cl100k_base', 'antidisestablishmentarianism', 6],
    ['cl100k_base', '2 + 2 = 4', 7],
    ['cl100k_base', 'お誕生日おめでとう', 9],
    ['o200k_base', 'antidisestablishmentarianism', 6],
    ['o200k_base', '2 + 2 = 4', 7],
    ['o200k_base', 'お誕生日おめでとう', 8],
    ['o200k_base', '', 0],
  ] as const)('%s counts %j as the cookbook says', async (encoding, text, tokens) => {
    const { name, sha256, count } = await counter(encoding);
    expect(count(text)).toBe(tokens);
    expect({ name, sha256 }).toEqual({ name: encoding, sha256: null });
  });

  it.each([
    ['cl100k_base', 129],
    ['o200k_base', 124],
  ] as const)(
    '%s counts the messages of the cookbook, and an answer behind them',
    async (encoding, tokens) => {
      const { count } = await counter(encoding);
      // Three around the answer and one for its role.
      expect(countTokens(cookbook, count)).toEqual({ longest: tokens + 4, total: tokens + 4, learned: 0 });
    },
  );

  it.each(['cl100k_base', 'o200k_base'] as const)(
    '%s takes special tokens as text and never throws',
    async (encoding) => {
      const { count } = await counter(encoding);
      expect(count('<|endoftext|>')).toBeGreaterThan(3);
      expect(count('a <|im_start|>user<|im_end|><|fim_prefix|>')).toBeGreaterThan(8);
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
          expect(count(text)).toBeLessThanOrEqual(Buffer.byteLength(text));
        }),
      );
    },
  );

  it('counts long runs in time that grows with their length, nearly as they are', async () => {
    const { count } = await counter('o200k_base');
    for (const piece of ['a', 'xq', '語', '-', ' ', '😀', '7']) {
      const started = performance.now();
      const many = count(piece.repeat(100_000));
      expect(performance.now() - started, piece).toBeLessThan(5000);
      expect(many / (count(piece.repeat(1000)) * 100), piece).toBeGreaterThan(0.7);
    }
  });
});

/** Words of a vocabulary of four. */
const tokenizer = {
  version: '1.0',
  added_tokens: [
    {
      id: 3,
      content: '<end>',
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    },
    {
      id: 4,
      content: 'new york',
      special: false,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    },
  ],
  normalizer: null,
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '<end>', type_id: 0 } }],
    pair: [],
    special_tokens: { '<end>': { id: '<end>', ids: [3], tokens: ['<end>'] } },
  },
  decoder: null,
  model: { type: 'WordLevel', vocab: { '[UNK]': 0, hello: 1, world: 2, '<end>': 3 }, unk_token: '[UNK]' },
};

describe('a tokenizer.json', () => {
  it('counts by its words, with special tokens as text and none put around', async () => {
    const path = join(useTempFolder(), 'tokenizer.json');
    writeFileSync(path, JSON.stringify(tokenizer));
    const { name, sha256, count } = await counter({ file: path });
    expect(name).toBe('tokenizer.json');
    expect(sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(count('hello world')).toBe(2);
    expect(count('hello new york')).toBe(2);
    // `<`, `end` and `>` are three unknown words.
    expect(count('hello <end>')).toBe(4);
    expect(count('')).toBe(0);
  });

  it.each([
    ['a file that is not there', null, 'FILE_NOT_FOUND'],
    ['what is no JSON', 'merges', 'MODEL_UNUSABLE'],
    ['JSON of another kind', '{"a": 1}', 'MODEL_UNUSABLE'],
    ['a model that is not known', JSON.stringify({ ...tokenizer, model: { type: 'New' } }), 'MODEL_UNUSABLE'],
  ])('says so of %s', async (_, content, code) => {
    const path = join(useTempFolder(), 'tokenizer.json');
    if (content !== null) writeFileSync(path, content);
    expect(await createTokenCounter({ file: path })).toMatchObject({ ok: false, error: { code } });
  });
});
