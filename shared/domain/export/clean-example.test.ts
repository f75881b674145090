import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanExample, type CleanOptions } from './clean-example.ts';
import type { Example, SupervisedExample } from './example.ts';

const example: SupervisedExample = {
  kind: 'supervised',
  prompt: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Where?' },
    { role: 'assistant', content: 'Here.' },
    { role: 'user', content: 'And $& now?' },
  ],
  answer: ' There. ',
  draft: ' Then. ',
  trains: 'all',
};

function cleaned(options: CleanOptions, from: Example = example): unknown {
  const result = cleanExample(from, options);
  return result.ok ? result.value : result.error.rule;
}

describe('cleanExample', () => {
  it('trims answers and leaves inputs', () => {
    expect(cleaned({ clean: { trim: true } })).toEqual({ ...example, answer: 'There.', draft: 'Then.' });
    expect(cleaned({ clean: {} })).toEqual(example);
  });

  it('puts the system message in place of all others, or takes them out', () => {
    const developer = { ...example, prompt: [{ role: 'developer', content: 'x' }, ...example.prompt] };
    const others = example.prompt.slice(1);
    expect(cleaned({ system: 'Be long.' }, developer)).toMatchObject({
      prompt: [{ role: 'system', content: 'Be long.' }, ...others],
    });
    expect(cleaned({ system: '' }, developer)).toMatchObject({ prompt: others });
  });

  it('puts the last message of the user into the template, to the letter', () => {
    expect(cleaned({ clean: { template: '{{input}}|{{input}}' } })).toMatchObject({
      prompt: [...example.prompt.slice(0, 3), { role: 'user', content: 'And $& now?|And $& now?' }],
    });
    expect(cleaned({ clean: { template: '{{input}}!' } }, { ...example, prompt: [] })).toMatchObject({
      prompt: [],
    });
  });

  it('writes texts in the composed form', () => {
    const decomposed = 'Cafe\u0301';
    const from = { ...example, prompt: [{ role: 'user', content: decomposed }], answer: decomposed };
    expect(cleaned({ clean: { normalise: 'nfc' } }, from)).toMatchObject({
      prompt: [{ content: 'Caf\u00e9' }],
      answer: 'Caf\u00e9',
    });
  });

  it('leaves out what is empty or the same after it, and nothing that was so before', () => {
    expect(cleaned({ clean: { trim: true } }, { ...example, answer: ' \n' })).toBe('empty_after_cleaning');
    expect(cleaned({ clean: { trim: true } }, { ...example, answer: '' })).toMatchObject({ answer: '' });
    const pair = { kind: 'preference', prompt: [], chosen: 'e\u0301', rejected: '\u00e9' } as const;
    expect(cleaned({ clean: { normalise: 'nfc' } }, pair)).toBe('identical_preference');
    expect(cleaned({ clean: { trim: true } }, pair)).toEqual(pair);
  });

  it('changes nothing more when it is done again', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', '\n', 'a', 'e', '\u0301', '\u{1f600}') });
    fc.assert(
      fc.property(text, text, (question, answer) => {
        const options: CleanOptions = { clean: { trim: true, normalise: 'nfc' }, system: 'Be brief.' };
        const from = { ...example, prompt: [{ role: 'user', content: question }], answer };
        const once = cleanExample(from, options);
        if (once.ok) expect(cleanExample(once.value, options)).toEqual(once);
      }),
    );
  });
});
