import { describe, expect, it } from 'vitest';
import type { QueueSettings } from '../../../shared/domain/queue/queue-settings.ts';
import { draftOf, readDraft } from './queue-draft.ts';

const usual = { signal: 'rating', question: 'verdict', query: 'labelled:no' };

const queue: QueueSettings = {
  name: 'Hard ones',
  filter: [{ field: 'model', operator: '=', value: 'gpt' }],
  order: { by: 'disagreement', question: 'verdict' },
  seed: 7,
  limit: 200,
  overlap: 20,
  goldEvery: 10,
  annotators: ['Ada', 'Ben'],
  blind: true,
};

describe('a queue that is written', () => {
  it('reads back as the queue it was made from', () => {
    expect(readDraft(draftOf(queue, usual))).toEqual({ settings: queue, problems: null });
  });

  it.each([
    { by: 'stratified', field: 'label.verdict' },
    { by: 'lowest_signal', signal: 'stars' },
    { by: 'uncertain', question: 'tone' },
    { by: 'random' },
  ] as const)('keeps the order %j', (order) => {
    expect(readDraft(draftOf({ ...queue, order }, usual)).settings?.order).toEqual(order);
  });

  it('begins with what is searched for, without a limit and gold items', () => {
    const draft = { ...draftOf(null, usual), name: ' New ' };
    expect(readDraft(draft).settings).toMatchObject({
      name: 'New',
      filter: [{ field: 'labelled', operator: '=', value: 'no' }],
      limit: null,
      goldEvery: null,
    });
  });

  it('takes further annotators by name, each once', () => {
    const draft = { ...draftOf(queue, usual), others: 'Cleo, Ada ,, Dan' };
    expect(readDraft(draft).settings?.annotators).toEqual(['Ada', 'Ben', 'Cleo', 'Dan']);
  });

  it('says which fields cannot be taken', () => {
    const draft = { ...draftOf(queue, usual), name: ' ', query: 'nofield:1', limit: '0', goldEvery: '2.5' };
    const { settings, problems } = readDraft(draft);
    expect(settings).toBeNull();
    expect(Object.keys(problems ?? {}).toSorted()).toEqual(['goldEvery', 'limit', 'name', 'query']);
  });
});
