import { describe, expect, it } from 'vitest';
import { fixedTargets } from './mapping.ts';
import { parseMapArgument, parseTarget } from './target.ts';

describe('parseTarget', () => {
  it('knows every fixed target', () => {
    for (const name of fixedTargets)
      expect(parseTarget(name)).toEqual({ ok: true, value: { kind: 'fixed', name } });
  });

  it.each([
    ['label.verdict', { kind: 'label', question: 'verdict', annotator: null }],
    ['label.verdict@Ann', { kind: 'label', question: 'verdict', annotator: 'Ann' }],
    ['label.to@whom@ann', { kind: 'label', question: 'to@whom', annotator: 'ann' }],
    ['signal.latency_ms', { kind: 'signal', name: 'latency_ms' }],
    ['outcome.resolved', { kind: 'outcome', name: 'resolved' }],
    ['meta.a.b', { kind: 'meta', name: 'a.b' }],
  ])('reads %s', (text, value) => {
    expect(parseTarget(text)).toEqual({ ok: true, value });
  });

  it.each(['', 'Output', 'label', 'label.', 'label.@ann', 'label.q@', 'signal.', 'constructor', 'tag.x'])(
    'refuses %j',
    (text) => {
      expect(parseTarget(text)).toMatchObject({ ok: false, error: { code: 'MAPPING_INVALID' } });
    },
  );
});

describe('parseMapArgument', () => {
  it('splits at the first equals sign', () => {
    expect(parseMapArgument('output=a["x=y"]')).toEqual({
      ok: true,
      value: { target: 'output', path: 'a["x=y"]' },
    });
    expect(parseMapArgument('label.verdict@ann = rater_1')).toEqual({
      ok: true,
      value: { target: 'label.verdict@ann', path: 'rater_1' },
    });
  });

  it.each(['output', 'output=', 'nothing=x', 'output=a..b'])('refuses %j', (text) => {
    expect(parseMapArgument(text).ok).toBe(false);
  });
});
