import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson } from './format-json.ts';
import { jsonChanges } from './json-changes.ts';
import { type JsonTree, readJsonTree } from './json-tree.ts';
import { detectTextKind, findFences } from './text-kind.ts';

function tree(text: string): JsonTree {
  const read = readJsonTree(text);
  if (read === null) throw new Error(`${text} is no JSON object or list`);
  return read;
}

const container = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));

describe('JSON as text', () => {
  it('keeps every value, whatever the layout', () => {
    fc.assert(
      fc.property(container, fc.constantFrom(undefined, 1, '\t'), fc.boolean(), (value, space, sortKeys) => {
        const formatted = formatJson(tree(JSON.stringify(value, null, space)), sortKeys);
        expect(JSON.parse(formatted)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps digits, escapes and keys that occur twice as they were written', () => {
    const text = String.raw`{"n":12345678901234567890,"s":"\u00e9\"","s":1.0,"__proto__":{}}`;
    expect(formatJson(tree(text), false)).toBe(
      String.raw`{
  "n": 12345678901234567890,
  "s": "\u00e9\"",
  "s": 1.0,
  "__proto__": {}
}
`,
    );
  });

  it('sorts keys only when told to', () => {
    expect(formatJson(tree('{"b":1,"a":{"d":[],"c":2}}'), true).replaceAll(/\s+/g, '')).toBe(
      '{"a":{"c":2,"d":[]},"b":1}',
    );
  });

  it('reads a fenced object, and neither scalars, nor prose, nor what is too deep', () => {
    expect(readJsonTree('```json\n{"a": 1}\n```\n')).not.toBeNull();
    for (const text of [
      '12',
      '"a"',
      'null',
      '{a: 1}',
      '[1,',
      'Hello',
      `${'['.repeat(900)}${']'.repeat(900)}`,
    ])
      expect(readJsonTree(text)).toBeNull();
  });

  it('lists the paths that differ, whatever the order of keys', () => {
    const output = tree('{"name":"Ada","roles":["admin","dev"],"at":{"city":"London","zip":"N1"},"a b":1}');
    const edit = tree('{"at":{"zip":"N1","city":"Paris"},"name":"\\u0041da","roles":["admin"],"ok":true}');
    expect(jsonChanges(output, edit)).toEqual([
      { path: '$.roles[1]', kind: 'removed' },
      { path: '$.at.city', kind: 'changed' },
      { path: '$["a b"]', kind: 'removed' },
      { path: '$.ok', kind: 'added' },
    ]);
    expect(jsonChanges(tree('[1,2,3]'), tree('[1,9,2,3]'))).toEqual([{ path: '$[1]', kind: 'added' }]);
    expect(jsonChanges(tree('[{"a":1},{"a":2}]'), tree('[{"a":1},{"a":3}]'))).toEqual([
      { path: '$[1].a', kind: 'changed' },
    ]);
  });

  it('finds no change between a value and itself in another layout', () => {
    fc.assert(
      fc.property(container, (value) => {
        const text = JSON.stringify(value);
        expect(jsonChanges(tree(text), tree(JSON.stringify(value, null, 2)))).toEqual([]);
      }),
    );
  });
});

describe('what a text is', () => {
  it.each([
    ['json', '{"a": 1}', '[2]'],
    ['prose', 'Dear Ada,\n\nthank you for the parcel.\n\nBest regards\nGrace', 'Dear Ada.'],
    ['prose', 'We wrote it down; then we left.\nNothing came of it.\nThe end.', ''],
    ['prose', '', ''],
    ['prose', '{"a": 1}', 'It says a is 1.'],
    [
      'code',
      'import os\n\ndef main():\n    print(os.name)\n    return 1\n',
      'import os\n\ndef main():\n    return 2\n',
    ],
    [
      'code',
      'const a = 1;\nfunction f() {\n  return a;\n}\n',
      'const a = 2;\nfunction f() {\n  return a;\n}\n',
    ],
    ['code', 'Here:\n\n```sql\nSELECT a FROM b WHERE c;\n```', '```sql\nSELECT a FROM b;\n```'],
    ['markdown', '# Title\n\nSome text.', 'Some text.'],
    ['markdown', 'Do this:\n\n- one\n- two\n', 'Do that.'],
    ['markdown', 'This is **bold** text.', 'This is bold text.'],
  ])('%s: %j', (kind, output, edit) => {
    expect(detectTextKind(output, edit)).toBe(kind);
  });

  it('finds fences with their language, also one that is not closed', () => {
    const text = 'a\n```TS x\nlet a;\n```\n~~~\n```\n~~~\n```py\npass';
    const found = findFences(text).map(({ language, start, end }) => [language, text.slice(start, end)]);
    expect(found).toEqual([
      ['ts', 'let a;\n'],
      ['', '```\n'],
      ['py', 'pass'],
    ]);
  });

  it('takes no longer for texts that look like nothing but beginnings', () => {
    const start = performance.now();
    for (const part of ['[', '**a', '`', '``` ', '; ', '| -', '(', '{"', '\\'])
      detectTextKind(part.repeat(150_000 / part.length), '~~~'.concat(' '.repeat(150_000), '`'));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('looks at any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string(), (output, edit) => {
        detectTextKind(output, edit);
        for (const { start, end } of findFences(output)) expect(end).toBeGreaterThanOrEqual(start);
      }),
    );
  });
});
