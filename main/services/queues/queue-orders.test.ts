import { describe, expect, it } from 'vitest';
import type { QueueOrder } from '../../../shared/domain/queue/queue-order.ts';
import { addImportedLabel, newProject } from '../../../tests/support/temp-project.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { markNearDuplicates } from '../imports/near-duplicates.ts';
import type { OpenProject } from '../project/open-project.ts';
import { madeQueue, orderOf } from '../../../tests/support/test-queues.ts';

const day = '2026-01-0';

/** Five interactions, named by their external ids. */
const rows = [
  {
    id: 'a',
    input: 'q1',
    output: 'We ship on Monday.',
    edit: 'We ship on Friday.',
    model: 'm1',
    rating: 4,
    time: `${day}2`,
  },
  { id: 'b', input: 'q2', output: 'They come next week.', model: 'm1', time: `${day}5` },
  { id: 'c', input: 'q3', output: 'No refund is due here.', edit: 'Something else.', model: 'm2', rating: 1 },
  { id: 'd', input: 'q4', output: 'Ask the shop again.', model: 'm1', rating: 2.5, time: `${day}1` },
  {
    id: 'e',
    input: 'q5',
    output: 'It is all said now.',
    edit: 'It is all said now.',
    time: `${day}3`,
    rating: 5,
  },
];

async function project(): Promise<OpenProject> {
  const opened = newProject();
  await importRows(opened, rows);
  return opened;
}

async function order(opened: OpenProject, by: QueueOrder, seed = 0): Promise<string> {
  const { id } = await madeQueue(opened, { name: JSON.stringify([by, seed]), order: by, seed });
  return orderOf(opened, id).join('');
}

function idOf({ database }: OpenProject, externalId: string): string {
  return String(
    database.prepare('SELECT id FROM interactions WHERE external_id = ?').pluck().get(externalId),
  );
}

describe('orders of queues', () => {
  it('by import, by time, by edit and by a signal', async () => {
    const opened = await project();
    expect(await order(opened, { by: 'import' })).toBe('abcde');
    expect(await order(opened, { by: 'newest' })).toBe('beadc');
    expect(await order(opened, { by: 'largest_edit' })).toBe('caebd');
    expect(await order(opened, { by: 'lowest_signal', signal: 'rating' })).toBe('cdaeb');
  });

  it('unlabelled first', async () => {
    const opened = await project();
    addImportedLabel(opened.database, idOf(opened, 'a'), 'r', 'verdict', 'good');
    addImportedLabel(opened.database, idOf(opened, 'd'), 'r', 'verdict', 'good');
    expect(await order(opened, { by: 'unlabelled' })).toBe('bcead');
  });

  it('random: the seed decides, the same every time', async () => {
    const opened = await project();
    const first = await order(opened, { by: 'random' }, 1);
    expect(first.split('').toSorted().join('')).toBe('abcde');
    const again = await Promise.all([2, 3, 4, 5].map(async (seed) => order(opened, { by: 'random' }, seed)));
    expect(new Set([first, ...again]).size).toBeGreaterThan(2);
    expect(await order(await project(), { by: 'random' }, 1)).toBe(first);
  });

  it('stratified: one of each value in turn, those without one last in each turn', async () => {
    const opened = await project();
    const found = await order(opened, { by: 'stratified', field: 'model' });
    const models = found.split('').map((id) => rows.find((row) => row.id === id)?.model ?? '-');
    expect(models).toEqual(['m1', 'm2', '-', 'm1', 'm1']);
    addImportedLabel(opened.database, idOf(opened, 'a'), 'r', 'verdict', 'bad');
    addImportedLabel(opened.database, idOf(opened, 'b'), 'r', 'verdict', 'good');
    const byLabel = await order(opened, { by: 'stratified', field: 'label.verdict' });
    expect(byLabel.slice(0, 2)).toBe('ab');
    expect((await order(opened, { by: 'stratified', field: 'signal.rating' })).slice(-1)).toBe('b');
    expect(await order(opened, { by: 'stratified', field: 'source' })).toHaveLength(5);
  });

  it('disagreement: the answers furthest apart first, by distance on a scale', async () => {
    const opened = await project();
    const answers = { a: ['good', 'good'], b: ['good', 'bad'], c: ['good', 'good', 'bad'], d: ['bad'] };
    for (const [id, values] of Object.entries(answers))
      values.forEach((value, rater) =>
        addImportedLabel(opened.database, idOf(opened, id), `r${rater}`, 'verdict', value),
      );
    expect(await order(opened, { by: 'disagreement', question: 'verdict' })).toBe('bcade');
    const ratings = { c: [1, 2], d: [1, 5], e: [3, 3] };
    for (const [id, values] of Object.entries(ratings))
      values.forEach((value, rater) =>
        addImportedLabel(opened.database, idOf(opened, id), `r${rater}`, 'rating', value),
      );
    expect(await order(opened, { by: 'disagreement', question: 'rating' })).toBe('dceab');
  });

  it('one of each group of near-duplicates', async () => {
    const opened = newProject();
    const text =
      'Thank you for your order, which we have sent today and which will be there on Monday morning.';
    await importRows(opened, [
      { id: 'a', input: 'Where is my order?', output: text },
      {
        id: 'b',
        input: 'Something else entirely is asked here.',
        output: 'Another answer to another question.',
      },
      { id: 'c', input: 'Where is my order?', output: `${text} Bye.` },
    ]);
    await markNearDuplicates(jobContext(opened));
    const { id } = await madeQueue(opened, { order: { by: 'one_per_group' } });
    expect(orderOf(opened, id)).toEqual(['a', 'b']);
  });

  it('uncertain: nearest to the boundary first, answered last; random with a note before there are answers', async () => {
    const opened = newProject();
    const good = Array.from({ length: 12 }, (_, i) => ({
      id: `g${i}`,
      input: `q${i}`,
      output: `kind warm helpful ${i}`,
    }));
    const bad = Array.from({ length: 12 }, (_, i) => ({
      id: `b${i}`,
      input: `p${i}`,
      output: `rude cold useless ${i}`,
    }));
    const open = [
      { id: 'sure', input: 'x', output: 'kind warm helpful' },
      { id: 'mixed', input: 'y', output: 'kind warm rude cold' },
      { id: 'surely', input: 'z', output: 'rude cold useless' },
    ];
    await importRows(opened, [...good, ...bad, ...open]);
    const early = await madeQueue(opened, { name: 'early', order: { by: 'uncertain', question: 'verdict' } });
    expect(early.note).toContain('too few answers');
    expect(orderOf(opened, early.id)).toHaveLength(27);
    for (const { id } of good) addImportedLabel(opened.database, idOf(opened, id), 'r', 'verdict', 'good');
    for (const { id } of bad) addImportedLabel(opened.database, idOf(opened, id), 'r', 'verdict', 'bad');
    const { id, note } = await madeQueue(opened, {
      name: 'later',
      order: { by: 'uncertain', question: 'verdict' },
    });
    expect(note).toBeNull();
    const found = orderOf(opened, id);
    expect(found[0]).toBe('mixed');
    expect(found.slice(1, 3).toSorted()).toEqual(['sure', 'surely']);
    const again = await madeQueue(opened, { name: 'again', order: { by: 'uncertain', question: 'verdict' } });
    expect(orderOf(opened, again.id)).toEqual(found);
  });
});
