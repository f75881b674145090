// @vitest-environment jsdom
import { ORPCError } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Draft } from '../../../shared/contract/draft-operations.ts';
import type { Settings } from '../../../shared/contract/app-operations.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { Clause } from '../../../shared/domain/filter/filter.ts';
import type { LabelSchema, LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { createQueries, createQueryClient, EngineContext } from '../../api/query-utils.ts';
import { listenToKeys } from '../../app/key-map.ts';
import { ReviewScreen } from './review-screen.tsx';
import { resetReviewState, useReviewState } from './review-state.ts';

// The first screen of a file is drawn before anything is compiled; a busy machine takes its time over that.
configure({ asyncUtilTimeout: 5000 });

const schema: LabelSchema = {
  version: 1,
  name: 'Test',
  questions: [
    {
      id: 'verdict',
      name: 'Verdict',
      kind: 'single_choice',
      options: [
        { id: 'good', name: 'Good', key: '1', tone: 'positive' },
        { id: 'needs_work', name: 'Needs work', key: '2', tone: 'caution' },
        { id: 'bad', name: 'Bad', key: '3', tone: 'negative' },
      ],
    },
    { id: 'failure_mode', name: 'Failure mode', kind: 'failure_mode', key: 'f' },
    { id: 'rating', name: 'Rating', kind: 'scale', key: 'r', min: 1, max: 5 },
    { id: 'note', name: 'Note', kind: 'text', key: 't' },
  ],
};

function idOf(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

function item(number: number): Item {
  return {
    id: idOf(number),
    externalId: `Item ${number}`,
    sourceId: idOf(900),
    sourceName: 'made-up.jsonl',
    messages: [{ role: 'user', content: `Question ${number}` }],
    output: `Output ${number} is long. It says what to do about the order. It is old.`,
    model: 'model-a',
    promptVersion: null,
    session: null,
    user: null,
    createdAt: null,
    createdOffsetMinutes: null,
    meta: {},
    nearDuplicates: 0,
    edits:
      number % 2 === 0
        ? []
        : [
            {
              id: idOf(100 + number),
              text: `Output ${number} is short. It says what to do about the order. It is new.`,
              annotator: null,
              origin: 'import',
              at: null,
            },
          ],
    signals: [],
    labels: [{ question: 'tone', annotator: 'Rater 7', value: 'warm', origin: 'import', at: null }],
    spans: [],
    flags: [],
    resolutions: [],
  };
}

function withLabel(before: Item, annotator: string, question: string, value: LabelValue | null): Item {
  const others = before.labels.filter(
    (label) => label.annotator !== annotator || label.question !== question,
  );
  const own = value === null ? [] : [{ question, annotator, value, origin: 'app' as const, at: 1 }];
  return { ...before, labels: [...others, ...own] };
}

/** An engine of a few interactions in memory; `calls` keeps what was asked of it, in order. */
function fakeEngine(count: number) {
  const items = new Map(Array.from({ length: count }, (_, index) => [idOf(index + 1), item(index + 1)]));
  const history: { readonly before: Item; readonly after: Item }[] = [];
  const failureModes: FailureMode[] = [];
  /** Ids of failure modes that an answer creates, by the name given. */
  const created = new Map<string, string>();
  const calls: string[] = [];
  const settings: Settings = {
    annotator: 'Ana',
    theme: 'light',
    diffMode: 'side-by-side',
    changesOnly: false,
    ignoreWhitespace: false,
    ignoreCase: false,
    readAs: 'auto',
    sortKeys: false,
    rendered: false,
    contextOpen: true,
    contextFolded: [],
    listOpen: true,
    goToNext: false,
    keys: { set: 'standard', changes: {} },
    paneSizes: {},
    models: { folder: null, service: { isOn: false, url: '', model: '' } },
  };
  const settingsStored: Partial<Settings>[] = [];
  const state = {
    refuse: null as string | null,
    hold: null as Promise<void> | null,
    holdReading: null as Promise<void> | null,
  };

  const matching = (filter: readonly Clause[] = []) =>
    [...items.values()].filter((candidate) =>
      filter.every((clause) => {
        if (clause.field === 'edited') return (clause.value === 'yes') === candidate.edits.length > 0;
        if (clause.field === 'text') return candidate.output.includes(clause.value);
        return true;
      }),
    );
  const known = (id: string) => {
    const found = items.get(id);
    if (found === undefined) throw new ORPCError('ITEM_NOT_FOUND', { message: 'The interaction is gone.' });
    return found;
  };
  const change = async (before: Item, after: Item) => {
    await state.hold;
    if (state.refuse !== null) throw new ORPCError('LABEL_INVALID', { message: state.refuse });
    items.set(after.id, after);
    history.push({ before, after });
    return after;
  };
  const drafts: Draft[] = [];
  const client = {
    app: {
      settings: async () => settings,
      updateSettings: async (input: Partial<Settings>) => {
        settingsStored.push(input);
        return Object.assign(settings, input);
      },
    },
    project: { current: async () => ({ id: 'project-1' }) },
    imports: { sources: async () => [] },
    search: { complete: async () => ({ from: 0, to: 0, options: [] }) },
    schema: { everyQuestion: async () => schema.questions },
    queues: { get: async () => null, progress: async () => null },
    items: {
      list: async ({ filter }: { filter?: Clause[] }) => ({
        items: matching(filter).map((found) => ({
          id: found.id,
          input: found.messages[0]?.content ?? '',
          output: found.output,
          edited: found.edits.length > 0,
          labelled: found.labels.length > 0,
          answers: Object.fromEntries(
            found.labels
              .filter((label) => label.annotator === 'Ana')
              .map((label) => [label.question, label.value]),
          ),
          sourceId: found.sourceId,
          createdAt: null,
        })),
        nextAfter: null,
        previousBefore: null,
      }),
      count: async ({ filter }: { filter?: Clause[] }) => ({
        total: matching(filter).length,
        labelled: 0,
        labelledByAnnotator: 0,
        edited: 0,
      }),
      get: async ({ id }: { id: string }) => {
        await state.holdReading;
        return known(id);
      },
      neighbours: async () => ({ previous: [], next: [] }),
      session: async () => ({ items: [], position: 0, total: 0, isWhole: true }),
      similar: async () => ({ items: [], isComplete: true }),
      promptVersion: async () => null,
    },
    review: {
      schema: async () => schema,
      failureModes: async () => failureModes,
      drafts: async () => drafts,
      keepDraft: async ({ id, part, text }: { id: string; part: string; text: string | null }) => {
        const at = drafts.findIndex((draft) => draft.id === id && draft.part === part);
        if (at !== -1) drafts.splice(at, 1);
        if (text !== null) drafts.push({ id, part, text });
        return null;
      },
      setLabel: async (input: {
        id: string;
        annotator: string;
        question: string;
        value: LabelValue | null;
      }) => {
        calls.push(`${known(input.id).externalId} ${input.question}=${String(input.value)}`);
        const before = known(input.id);
        const value = created.get(String(input.value)) ?? input.value;
        return change(before, withLabel(before, input.annotator, input.question, value));
      },
      writeEdit: async ({ id, annotator, text }: { id: string; annotator: string; text: string | null }) => {
        const before = known(id);
        calls.push(`${before.externalId} edit=${text ?? 'withdrawn'}`);
        const others = before.edits.filter((edit) => edit.origin === 'import');
        const own = text === null ? [] : [{ id: idOf(500), text, annotator, origin: 'app' as const, at: 2 }];
        return {
          item: await change(before, { ...before, edits: [...others, ...own] }),
          edit: own[0] ?? null,
        };
      },
      undo: async () => {
        const last = history.pop();
        if (last === undefined)
          throw new ORPCError('NOTHING_TO_UNDO', { message: 'There is nothing to undo.' });
        items.set(last.before.id, last.before);
        calls.push(`undo ${last.before.externalId}`);
        return { interactionId: last.before.id, description: 'Verdict: Good → not set', item: last.before };
      },
      redo: async () => {
        throw new ORPCError('NOTHING_TO_UNDO', { message: 'There is nothing to redo.' });
      },
    },
  };
  // Only what the screen asks for; anything else is undefined and fails the test that asks.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return {
    client: client as unknown as Client,
    queryClient: createQueryClient(),
    calls,
    items,
    state,
    failureModes,
    created,
    drafts,
    settings,
    settingsStored,
  };
}

type FakeEngine = ReturnType<typeof fakeEngine>;

async function open(engine: FakeEngine, path = '/review') {
  const location = memoryLocation({ path, record: true });
  const { searchHook } = location;
  const { queryClient } = engine;
  render(
    <Router hook={location.hook} searchHook={searchHook}>
      <EngineContext value={{ client: engine.client, queries: createQueries(engine.client) }}>
        <QueryClientProvider client={queryClient}>
          <Route path="/review/:id?">
            {({ id }) => <ReviewScreen {...(id === undefined ? {} : { id })} />}
          </Route>
        </QueryClientProvider>
      </EngineContext>
    </Router>,
  );
  await screen.findByRole('heading', { level: 2, name: /^Item/ });
  await screen.findByRole('radio', { name: /Good/ });
  return location;
}

function key(value: string, more: object = {}) {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: value, ...more });
}

/** Opens the search for a failure mode and types into it. */
function type(text: string) {
  key('f');
  const field = screen.getByRole('combobox', { name: 'Failure mode' });
  expect(document.activeElement).toBe(field);
  if (text !== '') fireEvent.change(field, { target: { value: text } });
}

function mode(number: number, name: string, count: number): FailureMode {
  return { id: idOf(700 + number), name, definition: '', count, createdAt: 0 };
}

function heading(): string {
  return screen.getByRole('heading', { level: 2, name: /^Item/ }).textContent ?? '';
}

function isChosen(name: RegExp): boolean {
  return screen.getByRole('radio', { name }).getAttribute('aria-checked') === 'true';
}

let stop = () => {};

beforeEach(() => {
  resetReviewState();
  Element.prototype.scrollIntoView = vi.fn();
  stop = listenToKeys(window);
});

afterEach(() => {
  stop();
  cleanup();
});

describe('review from the keyboard', () => {
  it('goes from interaction to interaction and says where the list ends', async () => {
    await open(fakeEngine(3));
    expect(heading()).toBe('Item 1');
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    key('ArrowDown');
    await waitFor(() => expect(heading()).toBe('Item 3'));
    key('Enter');
    await screen.findByText('This was the last interaction of the list.');
    key('k');
    await waitFor(() => expect(heading()).toBe('Item 2'));
  });

  it('loses no step to quick fingers while an interaction is being fetched', async () => {
    const engine = fakeEngine(6);
    const location = await open(engine);
    const held = Promise.withResolvers<void>();
    engine.state.holdReading = held.promise;
    for (let step = 0; step < 5; step++) key('j');
    await waitFor(() => expect(location.history.at(-1)).toBe(`/review/${idOf(6)}`));
    key('k');
    held.resolve();
    await waitFor(() => expect(heading()).toBe('Item 5'));
  });

  it('answers with one key, takes the answer back with the same key, and shows when it is on disk', async () => {
    const engine = fakeEngine(2);
    const held = Promise.withResolvers<void>();
    engine.state.hold = held.promise;
    await open(engine);
    key('2');
    await waitFor(() => expect(isChosen(/Needs work/)).toBe(true));
    expect(screen.getByText('Saving…')).toBeTruthy();
    held.resolve();
    await screen.findByText('Saved');
    key('2');
    await waitFor(() => expect(isChosen(/Needs work/)).toBe(false));
    await waitFor(() => expect(engine.calls).toEqual(['Item 1 verdict=needs_work', 'Item 1 verdict=null']));
  });

  it('puts the old answer back and says why when the engine refuses', async () => {
    const engine = fakeEngine(1);
    await open(engine);
    key('1');
    await screen.findByText('Saved');
    engine.state.refuse = 'The disk is full. Free some space, then answer again.';
    key('3');
    await screen.findByText(/Not saved: The disk is full/);
    expect(isChosen(/Good/)).toBe(true);
    expect(isChosen(/Bad/)).toBe(false);
  });

  it('rates with a sequence and sends acts in their order', async () => {
    const engine = fakeEngine(1);
    await open(engine);
    for (const pressed of ['1', 'r', '4', '3', 'r', '2']) key(pressed);
    await waitFor(() =>
      expect(engine.calls).toEqual([
        'Item 1 verdict=good',
        'Item 1 rating=4',
        'Item 1 verdict=bad',
        'Item 1 rating=2',
      ]),
    );
    expect(isChosen(/^2$/)).toBe(true);
  });

  it('goes on after the verdict when asked to, and only then', async () => {
    const engine = fakeEngine(3);
    await open(engine);
    key('1');
    await screen.findByText('Saved');
    expect(heading()).toBe('Item 1');
    key('a');
    key('2');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    key('r');
    key('5');
    await waitFor(() => expect(engine.calls.at(-1)).toBe('Item 2 rating=5'));
    expect(heading()).toBe('Item 2');
  });

  it('skips to the next interaction that this annotator has not labelled', async () => {
    const engine = fakeEngine(4);
    await open(engine, `/review/${idOf(2)}`);
    key('1');
    await screen.findByText('Saved');
    key('k');
    await waitFor(() => expect(heading()).toBe('Item 1'));
    key('s');
    await waitFor(() => expect(heading()).toBe('Item 3'));
  });

  it('takes the first failure mode that matches, not what was typed', async () => {
    const engine = fakeEngine(1);
    engine.failureModes.push(mode(1, 'Too formal', 1), mode(2, 'Too long', 5), mode(3, 'Not too bad', 9));
    await open(engine);
    type('Too');
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Too long5',
      'Too formal1',
      'Not too bad9',
      'Add “Too”',
    ]);
    key('Enter');
    await waitFor(() => expect(engine.calls).toEqual([`Item 1 failure_mode=${idOf(702)}`]));
    expect(screen.queryByRole('combobox', { name: 'Failure mode' })).toBeNull();
    expect(heading()).toBe('Item 1');
  });

  it('takes the failure mode of this very name before longer ones', async () => {
    const engine = fakeEngine(1);
    engine.failureModes.push(mode(1, 'Tone too formal', 8), mode(2, 'Tone', 1));
    await open(engine);
    type('tone');
    key('Enter');
    await waitFor(() => expect(engine.calls).toEqual([`Item 1 failure_mode=${idOf(702)}`]));
  });

  it.each(['ArrowDown', 'ArrowUp'])('adds beside one that matches when %s went there', async (arrow) => {
    const engine = fakeEngine(1);
    engine.failureModes.push(mode(1, 'Too long', 5));
    await open(engine);
    type('Too');
    key(arrow);
    key('Enter');
    await waitFor(() => expect(engine.calls).toEqual(['Item 1 failure_mode=Too']));
  });

  it('goes by what stands in the field after a deletion', async () => {
    const engine = fakeEngine(1);
    engine.failureModes.push(mode(1, 'Too long', 5), mode(2, 'Wrong date', 2));
    await open(engine);
    type('Too');
    fireEvent.change(document.activeElement ?? document.body, { target: { value: 'W' } });
    key('Enter');
    await waitFor(() => expect(engine.calls).toEqual([`Item 1 failure_mode=${idOf(702)}`]));
  });

  it.each(['Escape', 'Enter'])('closes the search with %s and keeps the old answer', async (closing) => {
    const engine = fakeEngine(2);
    engine.failureModes.push(mode(1, 'Too long', 5));
    await open(engine);
    type('Too');
    key('Enter');
    await waitFor(() => expect(engine.calls).toHaveLength(1));
    type(closing === 'Escape' ? 'Too' : '');
    key(closing);
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Failure mode' })).toBeNull());
    expect(screen.getByRole('button', { name: 'Failure mode: Too long' })).toBeTruthy();
    expect(engine.calls).toHaveLength(1);
    expect(heading()).toBe('Item 1');
  });

  it('offers a failure mode on the next interaction as soon as it was created', async () => {
    const engine = fakeEngine(2);
    engine.created.set('Too long', idOf(701));
    await open(engine);
    type('Too long');
    key('Enter');
    await waitFor(() => expect(engine.calls).toHaveLength(1));
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    type('too');
    key('Enter');
    await waitFor(() => expect(engine.calls.at(-1)).toBe(`Item 2 failure_mode=${idOf(701)}`));
  });

  it('adds a failure mode by typing its name', async () => {
    const engine = fakeEngine(1);
    await open(engine);
    key('f');
    const field = await screen.findByRole('combobox', { name: 'Failure mode' });
    fireEvent.change(field, { target: { value: 'Wrong date' } });
    await screen.findByRole('option', { name: /Add/ });
    key('Enter');
    await waitFor(() => expect(engine.calls).toEqual(['Item 1 failure_mode=Wrong date']));
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Failure mode' })).toBeNull());
    expect(screen.getByRole('button', { name: 'Failure mode: Wrong date' })).toBeTruthy();
  });

  it('saves a note after a pause and to the interaction it was typed on', async () => {
    const engine = fakeEngine(2);
    await open(engine);
    key('t');
    const note = screen.getByRole('textbox', { name: 'Note' });
    expect(document.activeElement).toBe(note);
    fireEvent.change(note, { target: { value: 'First' } });
    await waitFor(() => expect(engine.calls).toEqual(['Item 1 note=First']), { timeout: 3000 });
    fireEvent.change(note, { target: { value: 'First and more' } });
    key('Escape');
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    await waitFor(() => expect(engine.calls.at(-1)).toBe('Item 1 note=First and more'));
    expect(engine.items.get(idOf(2))?.labels.some((label) => label.question === 'note')).toBe(false);
  });

  it('saves a note that is being typed when its interaction is left', async () => {
    const engine = fakeEngine(2);
    await open(engine);
    key('t');
    fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Half a thou' } });
    // Not from within the field, so that nothing but the leaving saves it.
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(heading()).toBe('Item 2'));
    await waitFor(() => expect(engine.calls).toEqual(['Item 1 note=Half a thou']));
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', '');
  });

  it('keeps a note as a draft while it cannot be saved', async () => {
    const engine = fakeEngine(2);
    await open(engine);
    engine.state.refuse = 'No.';
    key('t');
    fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'Kept' } });
    key('Escape');
    await screen.findByText(/Not saved: No\./);
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    key('k');
    await waitFor(() => expect(heading()).toBe('Item 1'));
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Kept');
  });

  it('undoes, goes to what was touched and says what it was', async () => {
    const engine = fakeEngine(3);
    await open(engine);
    key('1');
    await screen.findByText('Saved');
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    key('z', { ctrlKey: true });
    await screen.findByText('Undone: Verdict: Good → not set');
    await waitFor(() => expect(heading()).toBe('Item 1'));
    expect(isChosen(/Good/)).toBe(false);
    key('u');
    await screen.findByText('There is nothing to undo.');
    expect(screen.queryByText(/Not saved/)).toBeNull();
  });

  it('walks the changes and counts them', async () => {
    await open(fakeEngine(1));
    expect(screen.getByText('2 changes')).toBeTruthy();
    key('n');
    await screen.findByText('Change 1 of 2');
    key('n');
    key('n');
    await screen.findByText('Change 1 of 2');
    key('p');
    await screen.findByText('Change 2 of 2');
    expect(document.querySelectorAll('[data-current]')).toHaveLength(2);
  });
});

describe('reading', () => {
  it('walks through the views and stores which one is on', async () => {
    const engine = fakeEngine(1);
    await open(engine);
    for (const name of ['Inline', 'Edit only', 'Side by side']) {
      key('v');
      await screen.findByRole('radio', { name, checked: true });
    }
    expect(engine.settingsStored.map(({ diffMode }) => diffMode)).toEqual([
      'inline',
      'edit-only',
      'side-by-side',
    ]);
  });

  it('leaves out white space and case by key, and the figures stay those of the texts', async () => {
    const engine = fakeEngine(1);
    const found = item(1);
    const edits = found.edits.map((edit) => ({ ...edit, text: 'OUTPUT 1 is  long. It says nothing.' }));
    engine.items.set(found.id, { ...found, output: 'Output 1 is long. It says all.', edits });
    await open(engine);
    const hter = await waitFor(() => screen.getByText('HTER').parentElement?.textContent);
    expect(screen.getByText('3 changes')).toBeTruthy();
    key('w');
    await screen.findByText('2 changes');
    key('C', { shiftKey: true });
    await screen.findByText('1 change');
    expect(engine.settings).toMatchObject({ ignoreWhitespace: true, ignoreCase: true });
    expect(screen.getByText('HTER').parentElement?.textContent).toBe(hter);
  });
});

describe('formats', () => {
  it('lays out JSON anew, lists the paths that differ and sorts keys by key', async () => {
    const engine = fakeEngine(1);
    const found = item(1);
    const edits = found.edits.map((edit) => ({ ...edit, text: '{"n": 12345678901234567890,\n"a": 3}' }));
    engine.items.set(found.id, { ...found, output: '{"a":1,"n":12345678901234567890}', edits });
    await open(engine);
    await screen.findByRole('button', { name: /^JSON, detected/ });
    expect(screen.getByText('1 changed path')).toBeTruthy();
    expect(screen.getByText('$.a')).toBeTruthy();
    key('K', { shiftKey: true });
    await screen.findByText('1 change');
    expect(document.querySelector('[data-side=edit]')?.textContent).toBe('{\n');
    key('y');
    await screen.findByRole('button', { name: /^Text/ });
    expect(engine.settings).toMatchObject({ readAs: 'prose', sortKeys: true });
  });

  it('shows Markdown rendered beside its text', async () => {
    const engine = fakeEngine(1);
    const found = item(1);
    const edits = found.edits.map((edit) => ({ ...edit, text: '# Title\n\nNew.' }));
    engine.items.set(found.id, { ...found, output: '# Title\n\nOld.', edits });
    await open(engine);
    key('d');
    await screen.findByRole('region', { name: 'Output and edit, rendered' });
    key('v');
    await screen.findByRole('region', { name: 'Edit, rendered' });
    expect(screen.getByRole('region', { name: 'Output and edit' })).toBeTruthy();
  });
});

/** The first lines of both sides. */
function shown() {
  return ['output', 'edit'].map((side) => document.querySelector(`[data-side=${side}]`)?.textContent);
}

describe('several edits', () => {
  it('are compared with the output or with each other, by keys', async () => {
    const engine = fakeEngine(1);
    const found = item(1);
    const edits = ['One of them.', 'Two of them.', 'Three of them.'].map((text, index) => {
      const annotator = `Rater ${index + 1}`;
      return { id: idOf(300 + index), text, annotator, origin: 'import' as const, at: null };
    });
    engine.items.set(found.id, { ...found, output: 'None of them.', edits });
    await open(engine);
    await waitFor(() => expect(shown()).toEqual(['None of them.', 'Three of them.']));
    key('E', { shiftKey: true });
    await waitFor(() => expect(shown()).toEqual(['One of them.', 'Three of them.']));
    expect(screen.getByText('Edit · Rater 1')).toBeTruthy();
    key('e');
    await waitFor(() => expect(shown()).toEqual(['None of them.', 'One of them.']));
    key('E', { shiftKey: true });
    await waitFor(() => expect(shown()).toEqual(['Two of them.', 'One of them.']));
    await screen.findByText('1 change');
    for (let times = 0; times < 2; times++) key('E', { shiftKey: true });
    await waitFor(() => expect(shown()).toEqual(['None of them.', 'One of them.']));
  });
});

describe('moved blocks', () => {
  it('are counted, and one key goes to their other place', async () => {
    const engine = fakeEngine(1);
    const found = item(1);
    const block = 'The block that goes to another place in the text.';
    const kept = 'Here is what stays where it was before, all of it.';
    const edits = found.edits.map((edit) => ({ ...edit, text: `${kept} ${block}` }));
    engine.items.set(found.id, { ...found, output: `${block} ${kept}`, edits });
    await open(engine);
    await waitFor(() => expect(screen.getByText('Moved').parentElement?.textContent).toBe('Moved1 block'));
    key('n');
    await screen.findByText('Change 1 of 2');
    key('m');
    await screen.findByText('Change 2 of 2');
    key('m');
    await screen.findByText('Change 1 of 2');
  });
});

describe('editing in place', () => {
  it('writes an edit of the annotator’s own and can withdraw it', async () => {
    const engine = fakeEngine(2);
    await open(engine, `/review/${idOf(2)}`);
    expect(screen.getByText(/Nobody has edited this output/)).toBeTruthy();
    key('i');
    const field = await screen.findByRole('textbox', { name: 'Your edit' });
    expect(field).toHaveProperty('value', 'Output 2 is long. It says what to do about the order. It is old.');
    fireEvent.change(field, { target: { value: 'Output 2 is mine.' } });
    key('Enter', { ctrlKey: true });
    await waitFor(() => expect(engine.calls).toEqual(['Item 2 edit=Output 2 is mine.']));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your edit' })).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(engine.calls.at(-1)).toBe('Item 2 edit=withdrawn'));
    await screen.findByText(/Nobody has edited this output/);
  });

  it('keeps what is typed in the project, and brings it back to the next session', async () => {
    const engine = fakeEngine(2);
    await open(engine);
    key('i');
    const field = await screen.findByRole('textbox', { name: 'Your edit' });
    fireEvent.change(field, { target: { value: 'Half a sent' } });
    await waitFor(() =>
      expect(engine.drafts.map(({ part, text }) => [part, text])).toEqual([['edit', 'Half a sent']]),
    );
    cleanup();
    // As after a crash: the screen begins with nothing.
    resetReviewState();
    await open(engine);
    key('i');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Your edit' })).toHaveProperty('value', 'Half a sent'),
    );
    key('Enter', { ctrlKey: true });
    await waitFor(() => expect(engine.drafts).toEqual([]));
  });

  it('asks before it leaves a changed text, and keeps the draft', async () => {
    const engine = fakeEngine(2);
    await open(engine);
    key('i');
    fireEvent.change(await screen.findByRole('textbox', { name: 'Your edit' }), {
      target: { value: 'Half' },
    });
    key('Escape');
    const keep = await screen.findByRole('button', { name: /keep the draft/ });
    fireEvent.click(keep);
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your edit' })).toBeNull());
    expect(useReviewState.getState().editDrafts).toEqual({ [idOf(1)]: 'Half' });
    key('i');
    expect(await screen.findByRole('textbox', { name: 'Your edit' })).toHaveProperty('value', 'Half');
    expect(engine.calls).toEqual([]);
  });
});

describe('what is there and what is not', () => {
  it('lists the labels of others, also for questions that are not asked any more', async () => {
    await open(fakeEngine(1));
    expect(screen.getByRole('heading', { name: 'Other labels' })).toBeTruthy();
    expect(screen.getByText('Rater 7')).toBeTruthy();
    expect(screen.getByText('warm')).toBeTruthy();
  });

  it('opens what the address names under the filter it names', async () => {
    const engine = fakeEngine(4);
    await open(engine, '/review?where=edited%3Dno');
    expect(heading()).toBe('Item 2');
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 4'));
  });

  it('offers to clear filters that match nothing', async () => {
    const engine = fakeEngine(2);
    const location = await open(engine);
    act(() => location.navigate('/review?where=text~nowhere'));
    await screen.findByRole('heading', { name: 'No interaction matches these filters' });
    fireEvent.click(screen.getByRole('button', { name: 'Clear the filters' }));
    await waitFor(() => expect(heading()).toBe('Item 1'));
  });

  it('shows what an import brought while the list was empty', async () => {
    const engine = fakeEngine(1);
    const location = await open(engine);
    act(() => location.navigate('/review?where=text~Output%209'));
    await screen.findByRole('heading', { name: 'No interaction matches these filters' });
    engine.items.set(idOf(9), item(9));
    await act(() => engine.queryClient.invalidateQueries({ queryKey: [['items']] }));
    await waitFor(() => expect(heading()).toBe('Item 9'));
  });

  it('stands as it was left: panes come from the settings and go there, a drag as one write', async () => {
    const engine = fakeEngine(1);
    Object.assign(engine.settings, { goToNext: true, paneSizes: { list: 9000, questions: 300 } });
    await open(engine);
    expect(screen.getByRole('checkbox', { name: /Go to next/ })).toHaveProperty('checked', true);
    const separator = screen.getByRole('slider', { name: 'Size of the questions' });
    expect(separator.getAttribute('aria-valuenow')).toBe('300');
    const list = screen.getByRole('slider', { name: 'Size of the list' });
    expect(list.getAttribute('aria-valuenow')).toBe(list.getAttribute('aria-valuemax'));
    for (let times = 0; times < 3; times++) fireEvent.keyDown(separator, { key: 'ArrowLeft' });
    key('[');
    expect(engine.settingsStored).toEqual([]);
    await waitFor(() => expect(engine.settings.paneSizes.questions).toBe(348));
    expect(engine.settings).toMatchObject({ listOpen: false, goToNext: true });
    expect(engine.settingsStored).toHaveLength(1);
  });

  it('stores the panes at once when the screen is left', async () => {
    const engine = fakeEngine(1);
    await open(engine);
    key('[');
    cleanup();
    await waitFor(() => expect(engine.settings.listOpen).toBe(false));
  });

  it('comes back to the interaction that was open', async () => {
    const engine = fakeEngine(3);
    await open(engine);
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    cleanup();
    await open(engine);
    await waitFor(() => expect(heading()).toBe('Item 2'));
  });

  it('says why an interaction cannot be shown', async () => {
    const engine = fakeEngine(2);
    const location = await open(engine);
    act(() => location.navigate(`/review/${idOf(77)}`));
    expect((await screen.findByRole('alert')).textContent).toContain('The interaction is gone.');
  });
});

describe('single changes', () => {
  it('are reverted and accepted by key, and what is left is kept as an own edit', async () => {
    const engine = fakeEngine(2);
    await open(engine);
    key('n');
    await screen.findByText('Change 1 of 2');
    key('x');
    await screen.findByText('1 change reverted, not kept yet');
    expect(document.querySelectorAll('span[data-change][data-current]')).toHaveLength(2);
    key('j');
    await waitFor(() => expect(heading()).toBe('Item 2'));
    key('k');
    await screen.findByText('1 change reverted, not kept yet');
    key('n');
    await screen.findByText('Change 2 of 2');
    key('x');
    await screen.findByText('2 changes reverted, not kept yet');
    key('A', { shiftKey: true });
    await screen.findByText('1 change reverted, not kept yet');
    key('Enter', { ctrlKey: true });
    const kept = 'Output 1 is long. It says what to do about the order. It is new.';
    await waitFor(() => expect(engine.calls).toEqual([`Item 1 edit=${kept}`]));
    await waitFor(() => expect(screen.queryByText(/not kept yet/)).toBeNull());
    expect(useReviewState.getState().changeDrafts).toEqual({});
    await screen.findByText('1 change');
  });

  it('are discarded after asking, and keep the texts compared as they were meanwhile', async () => {
    const engine = fakeEngine(1);
    await open(engine);
    key('n');
    key('x');
    await screen.findByText('1 change reverted, not kept yet');
    key('w');
    await screen.findByText(/^Keep or discard the reverted changes first/);
    expect(engine.settingsStored).toEqual([]);
    key('Escape');
    await screen.findByText('2 changes');
    key('Escape');
    const discard = await screen.findByRole('button', { name: 'Discard' });
    expect(document.activeElement).toBe(discard);
    fireEvent.click(discard);
    await waitFor(() => expect(screen.queryByText(/reverted/)).toBeNull());
    expect(engine.calls).toEqual([]);
  });

  it('stay as they are where somebody else’s edit is kept unchanged', async () => {
    const engine = fakeEngine(1);
    await open(engine);
    const text = engine.items.get(idOf(1))?.edits[0]?.text;
    key('Enter', { ctrlKey: true });
    await waitFor(() => expect(engine.calls).toEqual([`Item 1 edit=${text}`]));
    await screen.findByText('Kept as your edit. Undo takes it back.');
    key('Enter', { ctrlKey: true });
    await screen.findByText('This is your edit already.');
    expect(engine.calls).toHaveLength(1);
  });
});
