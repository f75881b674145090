import { describe, expect, it } from 'vitest';
import { catalogue, outcomeId, pendingId } from './catalogue.ts';
import type { LoggedSignal, MeasuredRow } from './measured-row.ts';
import { type SignalSettings, signalSettingsSchema } from './settings.ts';
import { bodyOf, createValuesOf, type ProjectFacts } from './values-of.ts';

const minute = 60_000;
const start = Date.UTC(2026, 9, 5, 9);

const plain: MeasuredRow = {
  session: null,
  user: null,
  createdAt: start,
  hasEdit: false,
  edited: false,
  labelled: false,
  hter: null,
  shareKept: null,
  signals: [],
  requeries: [],
  isLastOfSession: null,
};

const project: ProjectFacts = {
  ratingScale: (rating) => (rating - 1) / 4,
  copiesAreLogged: false,
  editsAreLogged: true,
  newestAt: start + 60 * minute,
  outcomes: [],
  feedEnds: new Map(),
};

function logged(name: string, value: number | string, more: Partial<LoggedSignal> = {}): LoggedSignal {
  return {
    kind: 'implicit',
    name,
    number: typeof value === 'number' ? value : null,
    text: typeof value === 'string' ? value : null,
    unit: null,
    at: null,
    ...more,
  };
}

function valuesOf(
  row: Partial<MeasuredRow>,
  settings: Partial<SignalSettings> = {},
  facts: Partial<ProjectFacts> = {},
): Record<string, number | null> {
  const all = signalSettingsSchema.parse(settings);
  const { known } = createValuesOf(all, { ...project, ...facts })({ ...plain, ...row });
  return Object.fromEntries(known.map(({ id, value }) => [id, value]));
}

describe('what was done with an output', () => {
  it('is not known without an action: never a no', () => {
    expect(valuesOf({})).toEqual({ label: 0 });
  });

  it.each([
    ['accepted', { accepted: 1, discarded: 0, edited: 0, edit_distance: 0, kept_share: 1 }],
    ['sent', { accepted: 1, discarded: 0, edited: 0, edit_distance: 0, kept_share: 1 }],
    ['edited', { accepted: 1, discarded: 0, edited: 1 }],
    ['discarded', { accepted: 0, discarded: 1 }],
    ['regenerated', { accepted: 0, discarded: 0, requeried: 1 }],
    ['ignored', { accepted: 0, discarded: 0 }],
  ])('is read from the action %s', (action, expected) => {
    expect(valuesOf({ signals: [logged('action', action)] })).toEqual({ ...expected, label: 0 });
  });

  it('is decided by the last action where all have a time, else by what outlasts the others', () => {
    const [first, second] = [
      logged('action', 'accepted', { at: start + 1 }),
      logged('action', 'discarded', { at: start + 2 }),
    ];
    expect(valuesOf({ signals: [second, first] })).toMatchObject({ accepted: 0, discarded: 1 });
    const withoutTimes = [logged('action', 'discarded'), logged('action', 'accepted')];
    expect(valuesOf({ signals: withoutTimes })).toMatchObject({ accepted: 1, discarded: 0 });
  });

  it('is not decided by copying', () => {
    const signals = [logged('action', 'copied')];
    expect(valuesOf({ signals }, {}, { copiesAreLogged: true })).toEqual({ copied: 1, label: 0 });
  });

  it('says that nobody copied only in a log that has copies', () => {
    const signals = [logged('action', 'accepted')];
    expect(valuesOf({ signals })).not.toHaveProperty('copied');
    expect(valuesOf({ signals }, {}, { copiesAreLogged: true })).toMatchObject({ copied: 0 });
  });
});

describe('edits', () => {
  it('measure how much of what was used had to change, at most all of it', () => {
    const edit = { hasEdit: true, edited: true, hter: 1.4, shareKept: 0.25 };
    expect(valuesOf(edit)).toMatchObject({ edited: 1, edit_distance: 1, kept_share: 0.25 });
  });

  it('are none where the final text is the output', () => {
    const edit = { hasEdit: true, edited: false, hter: 0, shareKept: 1 };
    expect(valuesOf(edit)).toMatchObject({ edited: 0, edit_distance: 0, kept_share: 1 });
  });

  it('are not known to be none in a log that has none anywhere', () => {
    const signals = [logged('action', 'accepted')];
    const values = valuesOf({ signals }, {}, { editsAreLogged: false });
    expect(values).toEqual({ accepted: 1, discarded: 0, label: 0 });
  });

  it('say nothing of how much was kept where the output was turned away', () => {
    const signals = [logged('action', 'discarded')];
    const values = valuesOf({ signals, hasEdit: true, edited: true, hter: 0.5, shareKept: 0.5 });
    expect(values).not.toHaveProperty('edit_distance');
    expect(values).not.toHaveProperty('kept_share');
  });
});

describe('survival', () => {
  it('is what is left at the latest time that is logged', () => {
    const signals = [
      logged('action', 'accepted'),
      logged('edit_share_5', 0.4),
      logged('edit_share_1', 0.1),
      logged('edit_share_3', 0.2),
    ];
    expect(valuesOf({ signals })).toMatchObject({ survived: 0.6 });
  });

  it('is not known of outputs that were not used', () => {
    const signals = [logged('action', 'discarded'), logged('edit_share_5', 0.4)];
    expect(valuesOf({ signals })).not.toHaveProperty('survived');
  });

  it('is all or nothing where the log says whether it survived verbatim', () => {
    const signals = [logged('action', 'accepted'), logged('survived_verbatim', 'no')];
    expect(valuesOf({ signals })).toMatchObject({ survived: 0 });
  });
});

describe('times', () => {
  it('are milliseconds whatever unit they are logged in', () => {
    const signals = [logged('time_to_send_s', 90, { unit: 's' }), logged('dwell_ms', 1500, { unit: 'ms' })];
    expect(valuesOf({ signals })).toMatchObject({ time_to_action: 90_000, dwell: 1500 });
  });

  it('are worked out from the times of events, with pauses capped', () => {
    const signals = [
      logged('copied', 1, { at: start + minute / 2 }),
      logged('action', 'accepted', { at: start + 10 * minute }),
    ];
    expect(valuesOf({ signals })).toMatchObject({ time_to_action: minute, dwell: 1.5 * minute });
    expect(valuesOf({ signals }, { idleCapMs: 60 * minute })).toMatchObject({
      time_to_action: 10 * minute,
      dwell: 10 * minute,
    });
  });

  it('are not known where an action comes before the output', () => {
    const signals = [logged('action', 'accepted', { at: start - 1 })];
    expect(valuesOf({ signals })).not.toHaveProperty('time_to_action');
    expect(valuesOf({ signals })).not.toHaveProperty('dwell');
  });
});

describe('re-queries', () => {
  const asked = { likeness: 0.7, gapMs: 5 * minute, scope: 'session', verdict: null } as const;

  it('are known to be none only where they would have shown', () => {
    expect(valuesOf({})).not.toHaveProperty('requeried');
    expect(valuesOf({ session: 's' })).toMatchObject({ requeried: 0 });
    const onlyUsers = { requery: { ...signalSettingsSchema.parse({}).requery, scope: 'user' as const } };
    expect(valuesOf({ session: 's' }, onlyUsers)).not.toHaveProperty('requeried');
  });

  it('are what is alike enough within the window', () => {
    expect(valuesOf({ session: 's', requeries: [asked] })).toMatchObject({ requeried: 1 });
    expect(valuesOf({ session: 's', requeries: [{ ...asked, likeness: 0.5 }] })).toMatchObject({
      requeried: 0,
    });
    expect(valuesOf({ session: 's', requeries: [{ ...asked, gapMs: 31 * minute }] })).toMatchObject({
      requeried: 0,
    });
  });

  it('are decided by people before they are by settings', () => {
    const requeries = [{ ...asked, verdict: 'no' as const }];
    expect(valuesOf({ session: 's', requeries })).toMatchObject({ requeried: 0 });
    const yes = [{ ...asked, likeness: 0.31, verdict: 'yes' as const }];
    expect(valuesOf({ session: 's', requeries: yes })).toMatchObject({ requeried: 1 });
  });

  it('are what the log says before both', () => {
    const signals = [logged('requeried', 0)];
    expect(valuesOf({ session: 's', requeries: [asked], signals })).toMatchObject({ requeried: 0 });
  });
});

describe('abandonment', () => {
  const last = { session: 's', isLastOfSession: true };

  it('is a last output with which nothing was done, once the session is over', () => {
    expect(valuesOf(last)).toMatchObject({ abandoned: 1 });
    expect(valuesOf(last, {}, { newestAt: start + 29 * minute })).not.toHaveProperty('abandoned');
    expect(valuesOf({ ...last, signals: [logged('action', 'discarded')] })).toMatchObject({ abandoned: 0 });
    expect(valuesOf({ ...last, isLastOfSession: false })).toMatchObject({ abandoned: 0 });
    expect(valuesOf({})).not.toHaveProperty('abandoned');
  });
});

describe('what people said', () => {
  it('is read with its scale, and the latest counts', () => {
    const signals = [logged('rating', 1), logged('rating', 4, { at: start })];
    expect(valuesOf({ signals })).toMatchObject({ rating: 0.75 });
  });

  it('is mapped where the log has names of its own', () => {
    const signals = [logged('zufriedenheit', 5)];
    expect(valuesOf({ signals })).not.toHaveProperty('rating');
    expect(valuesOf({ signals }, { mapped: { zufriedenheit: 'rating' } })).toMatchObject({ rating: 1 });
  });
});

describe('outcomes', () => {
  const resolved = {
    name: 'resolved',
    title: '',
    direction: 'good',
    unit: 'yes_no',
    strength: 4,
    horizonDays: 7,
    missing: 'no',
  } as const;
  const facts = { outcomes: [resolved], feedEnds: new Map([['resolved', start + 3 * 86_400_000]]) };

  it('that may still come are pending: in no rate, and not in the score', () => {
    const id = outcomeId('resolved');
    expect(valuesOf({}, {}, facts)).toMatchObject({ [id]: null });
    const values = createValuesOf(signalSettingsSchema.parse({}), { ...project, ...facts })(plain);
    expect(bodyOf(values, new Map([[id, 4]]), 4)).toEqual({
      label: 0,
      [pendingId(id)]: 1,
      any: 0,
      usable: 0,
    });
  });

  it('are no once nothing came within the horizon', () => {
    const feedEnds = new Map([['resolved', start + 8 * 86_400_000]]);
    expect(valuesOf({}, {}, { ...facts, feedEnds })).toMatchObject({ [outcomeId('resolved')]: 0 });
  });
});

describe('the catalogue', () => {
  it('says of every signal what it means and how it is computed', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    for (const { id, definition, computation } of catalogue) {
      expect(definition.length, id).toBeGreaterThan(20);
      expect(computation.length, id).toBeGreaterThan(20);
    }
  });
});
