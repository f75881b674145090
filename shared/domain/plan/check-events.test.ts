import { describe, expect, it } from 'vitest';
import { createEventCheck } from './check-events.ts';
import { draftSignal } from './draft-signal.ts';
import type { PlanSignal } from './plan-signal.ts';

function planned(surface: string, signal: string, changes: Partial<PlanSignal> = {}): PlanSignal {
  const id = `${surface}/${signal}`;
  return { ...draftSignal(surface, signal), id, changedAt: 0, ...changes };
}

const about = {
  interaction_id: 'a',
  session_id: 's',
  user_id: 'u',
  surface: 'mail',
  at: '2026-01-05T09:00:00Z',
};

describe('createEventCheck', () => {
  it('judges each signal by the events of its surface and its own fields', () => {
    const check = createEventCheck([
      planned('mail', 'edited'),
      planned('chat', 'edited'),
      planned('mail', 'thumbs'),
      planned('mail', 'rating'),
      planned('mail', 'copied', { status: 'dropped' }),
    ]);
    check.addRow(1, { event: 'sent', ...about, final_text: 'x' });
    check.addRow(2, { event: 'rated', ...about, thumbs: 'up', at: '2026-01-04T09:00:00Z' });
    check.addRow(3, { event: 'copied', ...about });
    check.addRow(4, { id: 4 });
    check.addUnreadable(5, 'is no JSON');
    const report = check.finish();
    expect(report.signals.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['mail/edited', 'complete'],
      ['chat/edited', 'missing'],
      ['mail/thumbs', 'complete'],
      ['mail/rating', 'faulty'],
    ]);
    expect(report).toMatchObject({ rows: 5, unreadable: 2, unplanned: [{ event: 'copied', events: 1 }] });
    expect(report.problems).toEqual([
      { line: 2, event: 'rated', message: 'rating is missing' },
      { line: 4, event: null, message: 'event is missing: the name of the event' },
      { line: 5, event: null, message: 'is no JSON' },
    ]);
    expect([report.first, report.last]).toEqual([Date.UTC(2026, 0, 4, 9), Date.UTC(2026, 0, 5, 9)]);
  });

  it('tells a wrong type by line, and lists no more than a hundred', () => {
    const check = createEventCheck([planned('', 'edited')]);
    for (let line = 1; line <= 150; line++) check.addRow(line, { event: 'sent', ...about, final_text: 7 });
    const report = check.finish();
    expect(report.problems[0]?.message).toBe('final_text is no text, but 7');
    expect([report.problems.length, report.problemsNotListed]).toEqual([100, 50]);
    expect(report.events[0]).toMatchObject({ events: 150, faulty: 150 });
  });
});
