import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { childPath, columnPath, openJsonText, parsePath, readPath } from './path.ts';

function read(row: JsonObject, text: string): Json | undefined {
  const path = parsePath(text);
  if (!path.ok) throw new Error(path.error.message);
  return readPath(row, path.value);
}

describe('parsePath', () => {
  it.each<[string, readonly (string | number)[]]>([
    ['output', ['output']],
    ['feedback.summary', ['feedback', 'summary']],
    ['messages[-1].content', ['messages', -1, 'content']],
    ['a[0].b', ['a', 0, 'b']],
    ['a[0][1]', ['a', 0, 1]],
    ['["odd key"].x', ['odd key', 'x']],
    ["a['b.c']", ['a', 'b.c']],
    [String.raw`["a\"b"]`, ['a"b']],
    ['Human-Written', ['Human-Written']],
    ['What is it?', ['What is it?']],
  ])('reads %s', (text, steps) => {
    expect(parsePath(text)).toMatchObject({ ok: true, value: { steps } });
  });

  it.each(['', '.', 'a.', '.a', 'a..b', 'a[', 'a[]', 'a[1', 'a[x]', 'a[1.5]', 'a]', 'a["b]', 'a.[0]'])(
    'refuses %j',
    (text) => {
      expect(parsePath(text)).toMatchObject({ ok: false, error: { code: 'MAPPING_INVALID' } });
    },
  );
});

describe('readPath', () => {
  const row: JsonObject = {
    'user.name': 'flat',
    user: { name: 'nested' },
    messages: [{ content: 'first' }, { content: 'last' }],
    embedded: '{"list":[{"x":1},{"x":2}]}',
    none: null,
  };

  it.each<[string, Json | undefined]>([
    ['user.name', 'flat'],
    ['user["name"]', 'nested'],
    ['messages[-1].content', 'last'],
    ['messages[0].content', 'first'],
    ['messages[2].content', undefined],
    ['messages[-3].content', undefined],
    ['messages.length', undefined],
    ['embedded.list[-1].x', 2],
    ['none', null],
    ['none.x', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['user.constructor.name', undefined],
    ['user.name.length', undefined],
  ])('reads %s', (text, value) => {
    expect(read(row, text)).toEqual(value);
  });

  it('reads prototype names that are own keys', () => {
    const odd: JsonObject = JSON.parse('{"constructor":1,"__proto__":{"toString":2}}');
    expect(read(odd, 'constructor')).toBe(1);
    expect(read(odd, '__proto__.toString')).toBe(2);
  });

  it('reads any key and any nested key through the path made for it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer(), (key, child, value) => {
        const object: JsonObject = JSON.parse(`{${JSON.stringify(key)}:{${JSON.stringify(child)}:${value}}}`);
        expect(read(object, columnPath(key))).toEqual(object[key]);
        expect(read(object, childPath(columnPath(key), child))).toBe(value);
      }),
    );
  });
});

describe('openJsonText', () => {
  it('opens objects and lists only', () => {
    expect(openJsonText(' [1]')).toEqual([1]);
    expect(openJsonText('"x"')).toBe('"x"');
    expect(openJsonText('{broken')).toBe('{broken');
    expect(openJsonText('12')).toBe('12');
  });

  it('repairs what was escaped inside, and leaves a text with an escaped NUL closed', () => {
    expect(openJsonText(String.raw`["\ud83d"]`)).toEqual(['\uFFFD']);
    expect(openJsonText(String.raw`["\u0000"]`)).toBe(String.raw`["\u0000"]`);
  });
});
