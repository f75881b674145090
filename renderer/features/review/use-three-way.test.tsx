// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import { type Reading, readingOf } from './reading.ts';
import { type ThreeWay, useThreeWay } from './use-three-way.ts';

let made = 0;

function edit(text: string): Edit {
  made += 1;
  const id = `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return { id, text, annotator: 'Ana', origin: 'import', at: null };
}

function item(output: string, edits: readonly Edit[]): Item {
  made += 1;
  return {
    id: `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    externalId: null,
    sourceId: '01900000-0000-7000-8000-000000000900',
    sourceName: 'made-up.jsonl',
    messages: [],
    output,
    model: null,
    promptVersion: null,
    session: null,
    user: null,
    createdAt: null,
    createdOffsetMinutes: null,
    meta: {},
    nearDuplicates: 0,
    edits: [...edits],
    signals: [],
    labels: [],
    spans: [],
    resolutions: [],
    flags: [],
  };
}

function threeWayOf(output: string, texts: readonly string[], part: Partial<Reading> = {}) {
  const edits = texts.map(edit);
  const reading: Reading = { ...readingOf(undefined), diffMode: 'three-way', ...part };
  const shown = item(output, edits);
  const { result } = renderHook(() => useThreeWay(shown, edits.at(-1) ?? null, null, reading));
  return result.current;
}

function kindsOf(threeWay: ThreeWay | null) {
  return threeWay?.walk.changes.map(({ kind }) => kind);
}

describe('two edits of one output', () => {
  it('are the one on screen and the one before it', () => {
    const threeWay = threeWayOf('a cat', ['a dog', 'a cow', 'a hen']);
    expect(threeWay?.texts).toEqual({ output: 'a cat', left: 'a cow', right: 'a hen' });
    expect(kindsOf(threeWay)).toEqual(['conflict']);
  });

  it('are not compared where there is one, or another view is chosen', () => {
    expect(threeWayOf('a cat', ['a dog'])).toBeNull();
    expect(threeWayOf('a cat', ['a dog', 'a cow'], { diffMode: 'inline' })).toBeNull();
  });

  it('leave white space and case out where they are told to', () => {
    const texts = ['The  cat sat', 'the dog sat'];
    expect(kindsOf(threeWayOf('the cat sat', texts))).toContain('left');
    const folded = threeWayOf('the cat sat', texts, { ignoreCase: true, ignoreWhitespace: true });
    expect(kindsOf(folded)).toEqual(['right']);
  });

  it('are laid out anew where all texts are JSON, and taken for text where one is not', () => {
    const laidOut = threeWayOf('{"a":1,"b":2}', ['{"a":2,"b":2}', '{"b":2,"a":1}'], { sortKeys: true });
    expect(laidOut?.pair.kind).toBe('json');
    expect(laidOut?.texts.output).toContain('\n');
    expect(kindsOf(laidOut)).toEqual(['left']);
    const mixed = threeWayOf('{"a":1,"b":2}', ['{"a":2,"b":2}', 'I cannot say.']);
    expect(mixed?.texts).toEqual({ output: '{"a":1,"b":2}', left: '{"a":2,"b":2}', right: 'I cannot say.' });
  });
});
