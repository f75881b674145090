// @vitest-environment jsdom
import { createORPCClient } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { createQueries, createQueryClient, EngineContext } from '../../../api/query-utils.ts';
import { listenToKeys } from '../../../app/key-map.ts';
import { PrivacySamples } from './privacy-samples.tsx';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

let stop = () => {};

beforeEach(() => {
  stop = listenToKeys(window);
});

afterEach(() => {
  cleanup();
  stop();
});

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
  privacy: { finders: ['email', 'phone'], action: 'redact', confirmed: { iban: { right: 1, wrong: 1 } } },
};

function show(onChange: (change: Partial<Recipe>) => void) {
  const asked: unknown[] = [];
  const client: Client = createORPCClient({
    call: async (_, input) => {
      asked.push(input);
      const itemId = '01890a5d-ac96-774b-bcce-b302099a8057';
      const samples = ['one', 'two', 'three'].map((name) => ({
        itemId,
        place: 'output',
        before: 'Write to ',
        found: `${name}@example.com`,
        after: ' today.',
      }));
      return Promise.resolve({ samples: isOfEmails(input) ? samples : [], looked: 7, matching: 9 });
    },
  });
  const queryClient = createQueryClient();
  render(
    <EngineContext value={{ client, queries: createQueries(client) }}>
      <QueryClientProvider client={queryClient}>
        <PrivacySamples recipe={recipe} onChange={onChange} />
      </QueryClientProvider>
    </EngineContext>,
  );
  return asked;
}

function isOfEmails(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'kind' in input && input.kind === 'email';
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test('says yes and no by keys, takes back, and makes counts a part of the recipe when it closes', async () => {
  const onChange = vi.fn();
  const asked = show(onChange);
  press('p');
  await screen.findByText('one@example.com');
  expect(asked).toMatchObject([{ kind: 'email' }]);
  // What was said does not draw other findings.
  expect(JSON.stringify(asked)).not.toContain('confirmed');
  press('y');
  await screen.findByText('two@example.com');
  press('n');
  await screen.findByText('three@example.com');
  expect(screen.getByText(/2 of 3: 1 right, 1 wrong; 50 % right/u)).toBeTruthy();
  press('u');
  await screen.findByText('two@example.com');
  press('y');
  press('y');
  await screen.findByText(/all 3 findings looked at/u);
  press('y');
  press('k');
  await screen.findByText(/Phone numbers: none in 7 interactions by lot, of 9/u);
  expect(onChange).not.toHaveBeenCalled();
  press('Escape');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(onChange).toHaveBeenCalledExactlyOnceWith({
    privacy: {
      ...recipe.privacy,
      confirmed: { iban: { right: 1, wrong: 1 }, email: { right: 3, wrong: 0 } },
    },
  });
});

test('changes nothing where nothing was said', async () => {
  const onChange = vi.fn();
  show(onChange);
  press('p');
  await screen.findByText('one@example.com');
  press('Escape');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(onChange).not.toHaveBeenCalled();
});
