import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import { blindItem } from './blind-item.ts';

const by = (annotator: string) => ({ annotator, at: 1 });
const span = {
  start: 0,
  end: 3,
  quote: 'Out',
  added: null,
  failureMode: null,
  failureModeName: null,
  severity: 'major',
  note: null,
  category: null,
  origin: 'app',
} as const;

const item: Item = {
  id: '01900000-0000-7000-8000-000000000001',
  externalId: null,
  sourceId: '01900000-0000-7000-8000-000000000002',
  sourceName: 'made-up.jsonl',
  messages: [],
  output: 'Output',
  model: null,
  promptVersion: null,
  session: null,
  user: null,
  createdAt: null,
  createdOffsetMinutes: null,
  meta: {},
  nearDuplicates: 0,
  edits: [
    { id: '01900000-0000-7000-8000-000000000003', text: 'One', origin: 'import', ...by('Ben') },
    { id: '01900000-0000-7000-8000-000000000004', text: 'Two', origin: 'app', ...by('Ana') },
  ],
  signals: [],
  labels: [
    { question: 'verdict', value: 'bad', origin: 'app', ...by('Ben') },
    { question: 'note', value: 'Mine', origin: 'app', ...by('Ana') },
  ],
  spans: [
    { ...span, ...by('Ben') },
    { ...span, ...by('Ana') },
  ],
  resolutions: [],
  flags: [
    { note: 'Look', resolved: null, ...by('Ben') },
    { note: 'Look too', resolved: null, ...by('Ana') },
  ],
};

describe('a blind interaction', () => {
  it('says nothing of what others did, and keeps what the annotator did', () => {
    const blind = blindItem(item, 'Ana');
    expect(JSON.stringify(blind)).not.toContain('Ben');
    expect(blind.labels).toEqual([item.labels[1]]);
    expect(blind.spans).toEqual([item.spans[1]]);
    expect(blind.flags).toEqual([item.flags[1]]);
  });

  it('keeps the edits themselves: they are what is judged', () => {
    expect(blindItem(item, 'Ana').edits.map(({ text, annotator }) => [text, annotator])).toEqual([
      ['One', null],
      ['Two', 'Ana'],
    ]);
  });
});
