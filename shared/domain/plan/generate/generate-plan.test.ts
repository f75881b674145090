import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftSignal } from '../draft-signal.ts';
import { exampleEvent, isTime } from '../example-event.ts';
import { checkTypes, plannedEvents } from '../planned-events.ts';
import { planDraftSchema, type PlanDraft } from '../plan-signal.ts';
import { commentText, literal } from './code-text.ts';
import { eventFiles } from './event-files.ts';
import { evaluationsOf } from './evaluations.ts';
import { eventsSchema } from './json-schema.ts';

const plan = ['output', 'edited', 'thumbs', 'rating', 'discarded', 'outcome.replied', 'survived'].map(
  (signal) => draftSignal('mail', signal),
);

function validator(drafts: readonly PlanDraft[]) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  ajv.addFormat('date-time', isTime);
  return ajv.compile(eventsSchema(plannedEvents(drafts)));
}

describe('eventsSchema', () => {
  it('takes the example of every event, and refuses what lacks a field, is of another type or surface, or unknown', () => {
    const isValid = validator(plan);
    for (const planned of plannedEvents(plan))
      expect(isValid({ event: planned.event, ...exampleEvent(planned) }), planned.event).toBe(true);
    const sent = plannedEvents(plan).find(({ event }) => event === 'sent');
    const example = { event: 'sent', ...(sent === undefined ? {} : exampleEvent(sent)) };
    const { final_text: _text, ...without } = { final_text: '', ...example };
    expect(isValid(without)).toBe(false);
    expect(isValid({ ...example, final_text: 3 })).toBe(false);
    expect(isValid({ ...example, at: 'yesterday' })).toBe(false);
    expect(isValid({ ...example, surface: 'chat' })).toBe(false);
    expect(isValid({ ...example, event: 'other' })).toBe(false);
  });

  it('requires of an event what all its signals require, and nothing of one that was dropped', () => {
    const rated = plannedEvents(plan).find(({ event }) => event === 'rated');
    const required = rated?.fields.filter((one) => one.required).map(({ name }) => name);
    expect(required).toEqual(['interaction_id', 'session_id', 'user_id', 'surface', 'at']);
    expect(plannedEvents([{ ...draftSignal('', 'copied'), status: 'dropped' }])).toEqual([]);
    expect(validator([])({ event: 'sent' })).toBe(false);
  });

  it('is a schema whatever events and fields are called', () => {
    fc.assert(
      fc.property(names, names, (event, name) => {
        const draft = { ...draftSignal('', 'copied'), event, fields: [field(name)] };
        const isValid = validator([draft]);
        expect(isValid({ event, [name]: 'x' })).toBe(true);
        expect(isValid({ event: `${event}.`, [name]: 'x' })).toBe(false);
        expect(isValid({ event, [`${name}.`]: 'x' })).toBe(false);
      }),
      // Each run compiles a schema.
      { numRuns: 15 },
    );
  });
});

describe('literal', () => {
  it('is the text in JavaScript, and the same JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(literal(text))).toBe(text);
        expect(literal(text)).not.toMatch(/[\n\r\u2028\u2029]/u);
      }),
    );
  });

  it('keeps comments on one line, open to nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(commentText(`${text}*/\n${text}`)).not.toMatch(/[\n\r\u2028\u2029]|\*\//u);
      }),
    );
  });
});

describe('eventFiles', () => {
  it('keeps what is folded together, and all others apart under names of their own', () => {
    const events = ['shown', 'Sent', 'replied', 're/plied', '../..', '…'].map((event) => ({
      event,
      signals: [],
      surfaces: [],
      fields: [],
    }));
    expect([...eventFiles(events).values()]).toEqual([
      'events.jsonl',
      'events.jsonl',
      'replied.jsonl',
      'replied-2.jsonl',
      'event.jsonl',
      'event-2.jsonl',
    ]);
  });
});

describe('the plan', () => {
  it('knows how every signal that an app can log is told as an evaluation', () => {
    const told = plannedEvents(plan).map((event) => [
      event.event,
      evaluationsOf(event).map(({ name }) => name),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      shown: [],
      sent: ['action'],
      rated: ['thumbs', 'comment', 'rating'],
      discarded: ['action'],
      replied: ['outcome.replied'],
      still_there: ['survived'],
    });
  });

  it('gives a field of an event one type', () => {
    const other = {
      ...draftSignal('chat', 'rating'),
      fields: [{ ...field('rating'), type: 'string' as const }],
    };
    expect(checkTypes([...plan, other])).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    expect(checkTypes(plan).ok).toBe(true);
  });

  it('takes no name that an event cannot have', () => {
    const draft = draftSignal('', 'edited');
    expect(planDraftSchema.safeParse(draft).success).toBe(true);
    for (const name of ['event', '__proto__', '', '\ud800'])
      expect(planDraftSchema.safeParse({ ...draft, fields: [field(name)] }).success, name).toBe(false);
    expect(planDraftSchema.safeParse({ ...draft, fields: [field('a'), field('a')] }).success).toBe(false);
    expect(planDraftSchema.safeParse({ ...draft, signal: 'label' }).success).toBe(false);
  });
});

const names = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text !== 'event' && text !== '__proto__');

function field(name: string) {
  return { name, type: 'string', required: true, example: 'x', description: 'x' } as const;
}
