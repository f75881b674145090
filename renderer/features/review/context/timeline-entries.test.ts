import { describe, expect, it } from 'vitest';
import type { Item, Label, Signal } from '../../../../shared/contract/item-operations.ts';
import { timelineOf } from './timeline-entries.ts';

const created = Date.UTC(2026, 0, 1, 10);

function item(part: Partial<Item>): Item {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    externalId: null,
    sourceId: '01900000-0000-7000-8000-000000000002',
    sourceName: 'source',
    messages: [],
    output: 'Output',
    model: null,
    promptVersion: null,
    session: null,
    user: null,
    createdAt: created,
    createdOffsetMinutes: null,
    meta: {},
    nearDuplicates: 0,
    edits: [],
    signals: [],
    labels: [],
    spans: [],
    resolutions: [],
    flags: [],
    ...part,
  };
}

function signal(name: string, part: Partial<Signal> = {}): Signal {
  return { kind: 'implicit', name, number: null, text: 'yes', unit: null, at: null, origin: null, ...part };
}

function label(annotator: string, question: string, at: number | null): Label {
  return { annotator, question, value: 'good', origin: 'app', at };
}

describe('the timeline of an interaction', () => {
  it('is in the order of time, counted from the interaction', () => {
    const { timed, untimed } = timelineOf(
      item({
        signals: [signal('replied', { at: created + 5000 }), signal('rating')],
        edits: [{ id: 'e', text: 'Edit', annotator: null, origin: 'import', at: created + 2000 }],
      }),
    );
    expect(timed.map(({ after, happening }) => [after, happening.kind])).toEqual([
      [0, 'interaction'],
      [2000, 'edit'],
      [5000, 'signal'],
    ]);
    expect(untimed.map(({ kind }) => kind)).toEqual(['signal']);
  });

  it('places a time to an action, but no other length of time', () => {
    const { timed, untimed } = timelineOf(
      item({
        signals: [
          signal('time_to_send', { number: 4, unit: 's', text: null }),
          signal('dwell', { number: 9, unit: 's', text: null }),
          signal('time_to_send', { number: 4, unit: null, text: null }),
        ],
      }),
    );
    expect(timed.map(({ after }) => after)).toEqual([0, 4000]);
    expect(untimed).toHaveLength(2);
  });

  it('knows no distance where the interaction has no time', () => {
    const { timed } = timelineOf(item({ createdAt: null, signals: [signal('replied', { at: created })] }));
    expect(timed.map(({ at, after }) => [at, after])).toEqual([[created, null]]);
  });

  it('takes the labels that an annotator gave in one go as one', () => {
    const { timed, untimed } = timelineOf(
      item({
        labels: [
          label('Ana', 'verdict', created + 1000),
          label('Bo', 'verdict', created + 2000),
          label('Ana', 'tone', created + 3000),
          label('Ana', 'note', created + 900_000),
          label('Rater', 'verdict', null),
          label('Rater', 'tone', null),
        ],
      }),
    );
    const told = (happening: (typeof untimed)[number] | undefined) =>
      happening?.kind === 'labels'
        ? [happening.annotator, ...happening.labels.map(({ question }) => question)]
        : [];
    expect(timed.slice(1).map(({ happening }) => told(happening))).toEqual([
      ['Ana', 'verdict', 'tone'],
      ['Bo', 'verdict'],
      ['Ana', 'note'],
    ]);
    expect(untimed.map(told)).toEqual([['Rater', 'verdict', 'tone']]);
  });
});
