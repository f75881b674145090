import { expect, it } from 'vitest';
import { readCard } from './card-option.ts';
import { chosenFormat } from './format-choice.ts';

it('takes a container for conversations in it', () => {
  expect(chosenFormat('parquet')).toEqual({ format: 'trl-messages', container: 'parquet' });
  expect(chosenFormat('huggingface', 'huggingface')).toEqual({
    format: 'trl-messages',
    container: 'huggingface',
  });
  expect(chosenFormat('trl-preference', 'csv')).toEqual({ format: 'trl-preference', container: 'csv' });
  expect(chosenFormat('nova')).toEqual({ format: 'nova', container: 'jsonl' });
  expect(() => chosenFormat('csv', 'parquet')).toThrow('--format csv is a container already');
});

it('reads what a card says', () => {
  expect(readCard([], 'set')).toBeUndefined();
  expect(readCard(['licence=mit', 'description=a = b'], 'set')).toEqual({
    title: 'set',
    licence: 'mit',
    description: 'a = b',
  });
  expect(readCard(['title=My set'], 'set')).toEqual({ title: 'My set' });
  for (const wrong of ['license=mit', 'mit', 'url=nowhere', 'published=today'])
    expect(() => readCard([wrong], 'set')).toThrow('--card cannot be meant');
});
