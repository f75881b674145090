// @vitest-environment jsdom
import { createORPCClient } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { z } from 'zod';
import type { Client } from '../../../shared/contract/contract.ts';
import { type Recipe, recipeSchema } from '../../../shared/domain/export/recipe.ts';
import { HostContext } from '../../api/host.ts';
import { createQueries, createQueryClient, EngineContext } from '../../api/query-utils.ts';
import { listenToKeys } from '../../app/key-map.ts';
import { useExportDraft } from '../../state/export-draft.ts';
import { RecipeScreen } from './recipe-screen.tsx';
import type { Preview } from './results/use-preview.ts';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const plain: Recipe = {
  format: 'trl-preference',
  filter: [],
  validation: 0.1,
  seed: 1,
  target: 'edit',
  groupBy: 'session',
};

const answerOf = (exported: number): Preview => ({
  lines: [],
  counts: { matching: 9, exported, training: exported, validation: 0, skipped: [] },
  findings: [{ rule: 'no_edit', level: 'error', message: 'Nobody edited the output.', rows: 2, items: [] }],
  funnel: [
    { step: 'selected', rows: 9, lost: [] },
    {
      step: 'paired',
      rows: exported,
      lost: [{ rule: 'no_edit', message: 'Nobody edited the output.', rows: 2, items: ['a', 'b'] }],
    },
  ],
  reports: {},
});

let stop = () => {};

beforeEach(() => {
  stop = listenToKeys(window);
  useExportDraft.setState({
    recipe: plain,
    saved: null,
    jobId: null,
    openSections: new Set(['limits']),
    line: 0,
  });
  Element.prototype.scrollIntoView = () => {};
});

afterEach(() => {
  cleanup();
  stop();
  vi.restoreAllMocks();
});

function show(preview: (recipe: Recipe) => Preview | Promise<Preview>) {
  const asked: Recipe[] = [];
  const client: Client = createORPCClient({
    call: async (steps, input) => {
      const name = steps.join('.');
      if (name === 'project.current') return { id: 'project', name: 'Mails', readOnly: false };
      if (name !== 'exports.preview') throw new Error(`The test answers nothing to ${name}.`);
      const { recipe } = z.object({ recipe: recipeSchema }).parse(input);
      asked.push(recipe);
      return preview(recipe);
    },
  });
  const location = memoryLocation({ path: '/export' });
  render(
    <HostContext value={{ bridge: null, pathOfFile: async () => '' }}>
      <EngineContext value={{ client, queries: createQueries(client) }}>
        <QueryClientProvider client={createQueryClient()}>
          <Router hook={location.hook}>
            <RecipeScreen />
          </Router>
        </QueryClientProvider>
      </EngineContext>
    </HostContext>,
  );
  return asked;
}

async function write(field: string, text: string) {
  const input = await screen.findByRole('textbox', { name: field });
  act(() => {
    fireEvent.focus(input);
    fireEvent.change(input, { target: { value: text } });
    fireEvent.blur(input);
  });
}

const counts = () => screen.getByRole('region', { name: 'What it holds' });

describe('the recipe', () => {
  test('holds what is asked for, and nothing of a field that was emptied again', async () => {
    const asked = show(() => answerOf(7));
    await within(counts()).findAllByText('7');
    await write('Most rows of a user', '3');
    await waitFor(() => expect(asked.at(-1)?.limits?.perUser).toBe(3));
    await write('Most rows of a user', '');
    await waitFor(() => expect(asked.length).toBeGreaterThan(1));
    await waitFor(() => expect(JSON.parse(JSON.stringify(useExportDraft.getState().recipe))).toEqual(plain));
  });

  test('keeps what was counted, dimmed, while another one is counted', async () => {
    const later = Promise.withResolvers<Preview>();
    const asked = show((recipe) => (recipe.limits === undefined ? answerOf(7) : later.promise));
    await within(counts()).findAllByText('7');
    await write('Most rows of a user', '3');
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(document.querySelector('[data-stale]')).not.toBeNull();
    expect(within(counts()).getAllByText('7').length).toBeGreaterThan(0);
    act(() => later.resolve(answerOf(4)));
    await within(counts()).findAllByText('4');
    await waitFor(() => expect(document.querySelector('[data-stale]')).toBeNull());
  });

  test('asks for nothing while a field has to be mended', async () => {
    const asked = show(() => answerOf(7));
    await within(counts()).findAllByText('7');
    act(() => useExportDraft.setState({ recipe: { ...plain, card: { title: '' } } }));
    await screen.findByText(/a field has to be mended first/);
    expect(screen.getByRole('button', { name: /Export…/ })).toHaveProperty('disabled', true);
    expect(asked).toHaveLength(1);
  });
});

describe('the funnel', () => {
  test('says what a rule left out, what to do, and whom it concerns; once', async () => {
    show(() => answerOf(7));
    const funnel = await screen.findByRole('region', { name: 'Funnel' });
    await within(funnel).findByText(/learn from outputs that nobody edited/);
    expect(within(funnel).getAllByRole('link')).toHaveLength(2);
    expect(screen.getAllByText(/Nobody edited the output\./)).toHaveLength(1);
  });
});
