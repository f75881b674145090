// @vitest-environment jsdom
import { createORPCClient } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Router, useRoute } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Client } from '../../../shared/contract/contract.ts';
import { createQueries, createQueryClient, EngineContext } from '../../api/query-utils.ts';
import { listenToKeys } from '../../app/key-map.ts';
import { useAppState } from '../../state/app-state.ts';
import { ModesScreen } from './modes-screen.tsx';
import { modeId, testChange, testCluster, testMode } from './test-modes.ts';

type Answers = Readonly<Record<string, (input: unknown) => unknown>>;

// A whole screen is drawn, which takes long on a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

let stop = () => {};

beforeEach(() => {
  stop = listenToKeys(window);
  // Lists draw what is in view, and here nothing has a size by itself.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  Element.prototype.scrollIntoView = () => {};
});

afterEach(() => {
  cleanup();
  stop();
  vi.restoreAllMocks();
});

const run = {
  id: modeId(1),
  settings: { seed: 1, model: 'lexical', leastChanges: null, joinAt: null },
  createdAt: 1_700_000_000_000,
  changes: 100,
  clusters: 1,
  noiseShare: 0.2,
  seconds: 1,
};

const job = {
  id: modeId(5),
  kind: 'cluster' as const,
  title: 'Clustering',
  state: 'done' as const,
  paused: false,
  done: 1,
  total: 1,
  unit: 'rows' as const,
  rows: 1,
  rowsPerSecond: null,
  secondsLeft: null,
  startedAt: 0,
  finishedAt: 0,
  error: null,
  result: null,
};

const modes = [testMode(1), testMode(2, { parent: modeId(3) }), testMode(3)];

const answers: Answers = {
  'project.current': () => ({ id: 'project-1', readOnly: false }),
  'app.settings': () => ({ annotator: 'Ana' }),
  'jobs.list': () => [],
  'promptVersions.list': () => [],
  'clusters.state': () => ({ current: run, pending: null, waiting: 0, jobId: null }),
  'clusters.list': () => [testCluster(1, { suggestedName: null })],
  'clusters.changes': () => ({ changes: [testChange(1), testChange(2)], total: 2, nextAfter: null }),
  'modes.list': () => ({ modes, unclassified: 25, interactions: 80 }),
  'modes.segments': () => [],
  'modes.history': () => [],
};

function show(path: string, more: Answers = {}) {
  const calls: [string, unknown][] = [];
  const client: Client = createORPCClient({
    call: async (steps, input) => {
      const name = steps.join('.');
      calls.push([name, input]);
      const answer = more[name] ?? answers[name];
      if (answer === undefined) throw new Error(`The test answers nothing to ${name}.`);
      return answer(input);
    },
  });
  const location = memoryLocation({ path, record: true });
  const queries = createQueries(client);
  const queryClient = createQueryClient();
  render(
    <EngineContext value={{ client, queries }}>
      <QueryClientProvider client={queryClient}>
        <Router hook={location.hook}>
          <Routed />
        </Router>
      </QueryClientProvider>
    </EngineContext>,
  );
  return {
    address: () => location.history.at(-1),
    endJob: (finishedAt: number) => {
      queryClient.setQueryData(queries.jobs.list.queryKey(), [{ ...job, finishedAt }]);
    },
    /** What the engine does when it says that something changed. */
    refetch: async () => act(() => queryClient.invalidateQueries({ queryKey: queries.modes.list.key() })),
    sent: (name: string) => calls.filter(([called]) => called === name).map(([, input]) => input),
  };
}

function Routed() {
  const [, params] = useRoute('/modes/*?');
  const rest = params?.['*'];
  return <ModesScreen {...(rest === undefined ? {} : { rest })} />;
}

function press(key: string, options: KeyboardEventInit = {}) {
  act(() => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...options });
  });
}

const ids = () =>
  [...document.querySelectorAll('[role=row][data-key]')].map((row) => row.getAttribute('data-key'));
const heading = (name: string) => screen.findByRole('heading', { name, level: 2 });

describe('the list of failure modes', () => {
  test('is gone through by keys, and the address follows', async () => {
    const { address } = show('/modes');
    await heading('Mode 3');
    press('j');
    await heading('Mode 2');
    expect(address()).toBe(`/modes/${modeId(2)}`);
    for (const name of ['Mode 1', 'Cluster 1', 'Unclassified']) {
      press('j');
      await heading(name);
    }
    expect(address()).toBe('/modes/unclassified');
    press('k');
    await heading('Cluster 1');
  });

  test('folds what is below one, which the keys then pass over', async () => {
    show(`/modes/${modeId(3)}`);
    await heading('Mode 3');
    press('ArrowLeft');
    press('j');
    await heading('Mode 1');
    press('k');
    await heading('Mode 3');
    press('ArrowRight');
    press('j');
    await heading('Mode 2');
  });

  test('is sorted when a clustering has ended, and moves nothing when figures change later', async () => {
    const figures = [
      [0, 0, 0],
      [5, 9, 1],
      [7, 2, 3],
    ];
    const { refetch, endJob } = show(`/modes/${modeId(1)}`, {
      'clusters.list': () => [],
      'modes.list': () => {
        const counts = figures.shift() ?? [7, 2, 3];
        const flat = counts.map((changes, index) => testMode(index + 1, { changes }));
        return { modes: flat, unclassified: 0, interactions: 80 };
      },
    });
    await heading('Mode 1');
    expect(ids()).toEqual([1, 2, 3].map(modeId));
    act(() => endJob(Date.now()));
    await refetch();
    await waitFor(() => expect(ids()).toEqual([2, 1, 3].map(modeId)));
    await refetch();
    await screen.findByText('7', { selector: '[title="7 changes"]' });
    expect(ids()).toEqual([2, 1, 3].map(modeId));
  });

  test('says how much there is and how much has no failure mode', async () => {
    show('/modes');
    await screen.findByText(/100 changes in 80 interactions · 25\.0 % unclassified/);
  });

  test('begins with a key that clusters, where nothing is there', async () => {
    const { sent } = show('/modes', {
      'clusters.state': () => ({ current: null, pending: null, waiting: 80, jobId: null }),
      'clusters.list': () => [],
      'modes.list': () => ({ modes: [], unclassified: 0, interactions: 80 }),
      'clusters.run': () => ({ jobId: modeId(7) }),
    });
    await heading('See what goes wrong');
    press('r');
    await waitFor(() => expect(sent('clusters.run')).toEqual([{}]));
  });

  test('asks by which model all is made anew, where the settings name one', async () => {
    const service = { isOn: false, url: '', model: '' };
    const { sent } = show('/modes', {
      'app.settings': () => ({ annotator: 'Ana', models: { folder: '/models/small', service } }),
      'clusters.run': () => ({ jobId: modeId(7) }),
    });
    await screen.findByText(/100 changes in 80 interactions/);
    press('R', { shiftKey: true });
    await screen.findByRole('dialog', { name: 'Make all clusters anew' });
    press('2');
    await waitFor(() =>
      expect(sent('clusters.run')).toEqual([{ full: true, settings: { model: 'folder' } }]),
    );
  });

  test('begins a queue of the interactions of a failure mode', async () => {
    const { address } = show(`/modes/${modeId(1)}`);
    await screen.findByRole('button', { name: /Queue these/ });
    press('Q', { shiftKey: true });
    await waitFor(() => expect(address()).toBe(`/queues?where=mode%3D${modeId(1)}`));
  });

  test('says why it could not be read', async () => {
    show('/modes', {
      'modes.list': () => {
        throw new Error('out of paper');
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('out of paper');
  });
});

describe('an example', () => {
  test('is none by a key, and says so in its place until a step is taken back', async () => {
    const { sent } = show(`/modes/${modeId(1)}`, {
      'modes.setMembers': () => testMode(1),
      'modes.undo': () => ({ description: 'an example' }),
    });
    await screen.findAllByRole('group', { name: 'Example' });
    press('n');
    press('-');
    await screen.findByText('No example');
    expect(sent('modes.setMembers')).toEqual([
      {
        annotator: 'Ana',
        id: modeId(1),
        units: [{ interactionId: modeId(2002), place: '0 2' }],
        verdict: 'out',
      },
    ]);
    press('u');
    await waitFor(() => expect(screen.queryByText('No example')).toBeNull());
    expect(sent('clusters.changes')).toHaveLength(2);
  });

  test('moves to another failure mode that is found by typing, out of this one', async () => {
    const own = { failureMode: { id: modeId(1), name: 'Mode 1' }, how: 'cluster' as const };
    const { sent } = show(`/modes/${modeId(1)}`, {
      'clusters.changes': () => ({ changes: [testChange(1, own)], total: 1, nextAfter: null }),
      'modes.setMembers': () => testMode(2),
    });
    await screen.findByRole('group', { name: 'Example' });
    press('m');
    const field = await screen.findByRole('combobox', { name: 'Failure mode' });
    fireEvent.change(field, { target: { value: 'mode 2' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('Moved to “Mode 2”', { selector: 'strong' });
    expect(sent('modes.setMembers')).toMatchObject([{ id: modeId(2), verdict: 'in', from: modeId(1) }]);
  });

  test('asks who one is before anything is said', async () => {
    const { sent } = show(`/modes/${modeId(1)}`, { 'app.settings': () => ({ annotator: '' }) });
    await screen.findAllByRole('group', { name: 'Example' });
    press('+');
    await waitFor(() => expect(useAppState.getState().openDialog).toBe('annotator'));
    expect(sent('modes.setMembers')).toEqual([]);
    useAppState.getState().show(null);
  });
});

describe('a proposed cluster', () => {
  test('is confirmed under the name that is written over its own', async () => {
    const { sent, address } = show(`/modes/cluster/${modeId(1001)}`, {
      'modes.decideCluster': () =>
        testCluster(1, { state: 'confirmed', failureModes: [{ id: modeId(1), name: 'Heavy words' }] }),
    });
    await heading('Cluster 1');
    press('c');
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect(field.value).toBe('Cluster 1');
    fireEvent.change(field, { target: { value: 'Heavy words' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(address()).toBe(`/modes/${modeId(1)}`));
    expect(sent('modes.decideCluster')).toEqual([
      { annotator: 'Ana', cluster: modeId(1001), modes: [], create: 'Heavy words' },
    ]);
  });

  test('says why it could not be decided', async () => {
    show(`/modes/cluster/${modeId(1001)}`, {
      'modes.decideCluster': () => {
        throw new Error('gone');
      },
    });
    await heading('Cluster 1');
    press('X', { shiftKey: true });
    expect((await screen.findByRole('alert')).textContent).toContain('gone');
  });
});

describe('a failure mode', () => {
  test('joins another after saying what will be', async () => {
    const { sent } = show(`/modes/${modeId(1)}`, { 'modes.merge': () => testMode(3) });
    await heading('Mode 1');
    press('J', { shiftKey: true });
    const field = await screen.findByRole('combobox', { name: 'Failure mode' });
    await screen.findByText(/has 40 changes/);
    fireEvent.keyDown(field, { key: 'Enter' });
    await heading('Mode 3');
    expect(sent('modes.merge')).toEqual([{ annotator: 'Ana', from: [modeId(1)], into: modeId(3) }]);
  });

  test('is split into parts whose names differ', async () => {
    const { sent } = show(`/modes/${modeId(1)}`, {
      'modes.splitPreview': () => ({
        parts: ['Mode 1', 'mode 1'].map((name, index) => ({
          name,
          terms: { removed: [], added: [], typical: null },
          count: 5,
          examples: [testChange(index)],
        })),
      }),
      'modes.split': () => ({ modes: [] }),
    });
    await heading('Mode 1');
    press('S', { shiftKey: true });
    const field = await screen.findByRole('textbox', { name: 'Name of part 2' });
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('Another part has this name.');
    expect(sent('modes.split')).toEqual([]);
    fireEvent.change(field, { target: { value: 'The rest' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(sent('modes.split')).toHaveLength(1));
    expect(sent('modes.split')).toMatchObject([
      { parts: [{ name: 'Mode 1' }, { name: 'The rest', examples: [{ place: '0 1' }] }] },
    ]);
  });

  test('gets a status by its digit', async () => {
    const { sent } = show(`/modes/${modeId(1)}`, { 'modes.update': () => testMode(1) });
    await heading('Mode 1');
    press('s');
    fireEvent.keyDown(await screen.findByRole('combobox', { name: 'Status' }), { key: '3' });
    await waitFor(() =>
      expect(sent('modes.update')).toEqual([
        { annotator: 'Ana', id: modeId(1), change: { status: 'fixed' } },
      ]),
    );
  });

  test('saves of its definition what is another text', async () => {
    const { sent } = show(`/modes/${modeId(1)}`, { 'modes.update': () => testMode(1) });
    await heading('Mode 1');
    press('e');
    const field = await screen.findByRole('textbox', { name: 'What it is' });
    fireEvent.change(field, { target: { value: 'Says it twice.' } });
    field.focus();
    press('Enter', { ctrlKey: true });
    await waitFor(() =>
      expect(sent('modes.update')).toEqual([
        { annotator: 'Ana', id: modeId(1), change: { definition: 'Says it twice.' } },
      ]),
    );
  });
});
