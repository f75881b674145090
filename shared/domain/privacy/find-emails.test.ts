import { describe, expect, it } from 'vitest';
import { emailFinder } from './find-emails.ts';
import { foundBy, harmless } from './test-finders.ts';

describe('emailFinder', () => {
  it.each([
    ['Write to jo.smith+news@mail.example.co.uk, please.', ['jo.smith+news@mail.example.co.uk']],
    ['<anna@example.com>;bert_b@example.org', ['anna@example.com', 'bert_b@example.org']],
    ["mailto:o'neil@example.ie?subject=hi", ["o'neil@example.ie"]],
    ["'quoted@example.com'", ['quoted@example.com']],
    ['{"email":"a@b.de"}', ['a@b.de']],
    ['jürgen@müller.de', ['jürgen@müller.de']],
    ['联系jo@example.com', ['jo@example.com']],
    ['Mail jo@example.com.', ['jo@example.com']],
    ['jo@example.com...', ['jo@example.com']],
    ['jo@xn--bcher-kva.example', ['jo@xn--bcher-kva.example']],
  ])('finds those of %j', (text, expected) => {
    expect(foundBy(emailFinder, text)).toEqual(expected);
  });

  it.each(harmless)('finds nothing in %j', (text) => {
    expect(foundBy(emailFinder, text)).toEqual([]);
  });

  it('takes no local part that is longer than mail allows', () => {
    expect(foundBy(emailFinder, `${'a'.repeat(64)}@example.com`)).toHaveLength(1);
    expect(foundBy(emailFinder, `${'a'.repeat(65)}@example.com`)).toEqual([]);
  });
});
