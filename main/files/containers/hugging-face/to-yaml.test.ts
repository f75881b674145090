import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import { cardLicence, croissantLicence } from './licence.ts';
import { toYaml } from './to-yaml.ts';

it('writes what a YAML library reads back, in versions 1.1 and 1.2', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('yes', '', '- a', 'a: b', '#', '\u0085', '\u2028', '\uFEFF', '"', '---', '1', '~', "'"),
  );
  const { value } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie('object'),
      lists(tie('object'), text),
    ),
    object: fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(value, (one) => {
      const object = { one };
      const yaml = toYaml(object);
      expect(parse(yaml, { version: '1.2' })).toEqual(object);
      expect(parse(yaml, { version: '1.1' })).toEqual(object);
    }),
  );
});

function lists(object: fc.Arbitrary<JsonObject>, text: fc.Arbitrary<string>): fc.Arbitrary<Json> {
  return fc.array(fc.oneof(object, text), { maxLength: 3 });
}

it('names licences as Hugging Face and Croissant do', () => {
  expect(cardLicence(' MIT ')).toEqual({ license: 'mit' });
  expect(croissantLicence('MIT')).toBe('https://spdx.org/licenses/MIT.html');
  expect(cardLicence('Ours only')).toEqual({ license: 'other', license_name: 'Ours only' });
  expect(croissantLicence('Ours only')).toBe('Ours only');
  expect(cardLicence('https://example.org/terms')).toEqual({
    license: 'other',
    license_name: 'custom',
    license_link: 'https://example.org/terms',
  });
  expect(cardLicence('constructor')).toEqual({ license: 'other', license_name: 'constructor' });
  expect(croissantLicence('constructor')).toBe('constructor');
});
