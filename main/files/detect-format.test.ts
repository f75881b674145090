import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';

const detect = (text: string, isWhole = true) => detectFormat({ text, isWhole, name: 'export.json' });
const run = { id: 'r1', run_type: 'llm', inputs: {}, outputs: {} };

const envelopes: readonly [string, object][] = [
  ['a Langfuse trace', { trace: { id: 't' }, observations: [{ id: 'o', type: 'GENERATION' }] }],
  ['one with the list first', { observations: [{ id: 'o' }], trace: { id: 't' } }],
  ['a LangSmith batch', { post: [run], patch: [run] }],
  ['a LangSmith batch that only adds', { post: [run], patch: [] }],
  ['an Inspect log', { version: 2, status: 'success', eval: { model: 'm' }, samples: [{ id: 1, epoch: 1 }] }],
  ['one with the list before', { version: 2, samples: [{ id: 1 }], eval: { model: 'm' } }],
];

describe('an object that holds lists', () => {
  it.each(envelopes)('stays whole where it is %s', (_, object) => {
    expect(detect(JSON.stringify(object))).toMatchObject({ member: null });
    expect(detect(JSON.stringify(object, null, 2))).toMatchObject({ format: 'json', member: null });
  });

  it.each(['resourceSpans', 'resourceLogs', 'data', 'samples', 'post'])(
    'gives the elements of %s where that is all there is',
    (member) => {
      const text = JSON.stringify({ [member]: [{ id: 1, scopeSpans: [] }] });
      expect(detect(text)).toEqual({ format: 'json', delimiter: null, member });
      expect(detect(text.slice(0, -4), false)).toMatchObject({ format: 'json', member });
    },
  );

  it('stays whole where only its start is seen, and that tells', () => {
    const start = JSON.stringify({ patch: [], post: [run, run] }).slice(0, -9);
    expect(detect(start, false)).toMatchObject({ member: null });
    const inspect = JSON.stringify({ version: 2, eval: { model: 'm' }, samples: [{ id: 1 }] }).slice(0, -5);
    expect(detect(inspect, false)).toMatchObject({ member: null });
  });
});
