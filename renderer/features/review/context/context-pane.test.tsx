// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../../../shared/contract/app-operations.ts';
import type { Client } from '../../../../shared/contract/contract.ts';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import type { SignalOfItem } from '../../../../shared/contract/signal-operations.ts';
import { createQueries, createQueryClient, EngineContext } from '../../../api/query-utils.ts';
import { ContextPane } from './context-pane.tsx';

configure({ asyncUtilTimeout: 5000 });
afterEach(cleanup);

function item(number: number): Item {
  return {
    id: `01900000-0000-7000-8000-00000000000${number}`,
    externalId: null,
    sourceId: '01900000-0000-7000-8000-000000000900',
    sourceName: 'made-up.jsonl',
    messages: [{ role: 'user', content: `Question ${number}` }],
    output: 'Output',
    model: null,
    promptVersion: 'v3',
    session: 'session',
    user: null,
    createdAt: null,
    createdOffsetMinutes: null,
    meta: {},
    nearDuplicates: 0,
    edits: [],
    signals: [],
    labels: [],
    spans: [],
    resolutions: [],
    flags: [],
  };
}

const signalValues: SignalOfItem[] = [
  { ...signal('edited', 'Edited', 'yes_no'), value: 1, reason: 'The final text differs from the output.' },
  { ...signal('kept_share', 'Share kept', 'share'), value: 0.625, reason: 'Five of eight words.' },
  { ...signal('dwell', 'Dwell time', 'ms'), value: 4728, reason: 'As logged.' },
  { ...signal('outcome.sold', 'Sold', 'yes_no'), value: null, reason: 'It has not come yet.' },
];

function signal(id: string, name: string, unit: SignalOfItem['unit']) {
  return { id, name, kind: 'implicit', direction: 'neutral', unit } as const;
}

/** The pane over an engine in memory; `asked` keeps what was asked of it. */
function setup() {
  const asked: string[] = [];
  const settings: Partial<Settings> = { contextFolded: [] };
  const client = {
    app: {
      settings: async () => settings,
      updateSettings: async (change: Partial<Settings>) => Object.assign(settings, change),
    },
    schema: { everyQuestion: async () => [] },
    review: { failureModes: async () => [] },
    items: {
      session: async ({ id }: { id: string }) => {
        asked.push(`session ${id.at(-1)}`);
        const entry = {
          id,
          input: 'Question',
          edited: true,
          labelled: false,
          createdAt: null,
          requery: null,
        };
        return { items: [entry], position: 1, total: 1, isWhole: true };
      },
      similar: async ({ id }: { id: string }) => {
        asked.push(`similar ${id.at(-1)}`);
        return { items: [], isComplete: true };
      },
      promptVersion: async () => ({ liveFrom: null, template: 'Answer {question}' }),
    },
    signals: {
      ofItem: async ({ id }: { id: string }) => {
        asked.push(`signals ${id.at(-1)}`);
        return { values: signalValues, quality: 0.318 };
      },
    },
    quality: {
      ofItem: async () => ({
        weighted: {
          score: 0.318,
          parts: [
            { signal: 'edited', name: 'Was edited', value: 0, weight: 5, share: 0.625, moves: -0.3125 },
          ],
        },
        learned: {
          score: 0.71,
          isOutdated: true,
          intercept: 0.5,
          contributions: [{ signal: 'edited', name: 'Was edited', logOdds: 0.395 }],
        },
      }),
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a part of an engine is enough here
  const engine = client as unknown as Client;
  const queryClient = createQueryClient();
  const pane = (number: number) => (
    <QueryClientProvider client={queryClient}>
      <EngineContext value={{ client: engine, queries: createQueries(engine) }}>
        <ContextPane item={item(number)} />
      </EngineContext>
    </QueryClientProvider>
  );
  const view = render(pane(1));
  return { asked, settings, show: (number: number) => view.rerender(pane(number)) };
}

describe('the context of an interaction', () => {
  it('asks for what is around it only where one stays', async () => {
    const { asked, show } = setup();
    show(2);
    show(3);
    expect(asked).toEqual([]);
    await screen.findByText('1 of 1 by time');
    await screen.findByText('No other interaction shares', { exact: false });
    await screen.findByText('By weights: 0.32 of 1');
    expect(asked).toEqual(['session 3', 'similar 3', 'signals 3']);
  });

  it('keeps what is folded, and asks nothing for it', async () => {
    const { asked, settings, show } = setup();
    fireEvent.click(await screen.findByRole('button', { name: 'Similar' }));
    await waitFor(() => expect(settings.contextFolded).toEqual(['similar']));
    show(2);
    await waitFor(() => expect(asked).toContain('session 2'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(asked).not.toContain('similar 2');
    expect(screen.getByRole('button', { name: 'Similar' }).getAttribute('aria-expanded')).toBe('false');
  });

  it('shows what is known of the interaction by signal, with reasons and the quality score', async () => {
    setup();
    await screen.findByText('By weights: 0.32 of 1');
    screen.getByText('Learned: 0.71 of 1, by an older model');
    fireEvent.click(screen.getByRole('button', { name: 'What they are made of' }));
    expect(screen.getByRole('table', { name: 'Quality by weights' }).textContent).toContain(
      'Was edited0.00 of 1, weight 5.0−0.31',
    );
    expect(screen.getByRole('table', { name: 'Quality learned from labels' }).textContent).toContain(
      'What is usual+0.50Was edited+0.40',
    );
    const shown = ['Edited', 'Share kept', 'Dwell time', 'Sold'].map(
      (name) => screen.getByText(name).parentElement?.textContent,
    );
    expect(shown).toEqual([
      'EditedYesThe final text differs from the output.',
      'Share kept63 %Five of eight words.',
      'Dwell time4.7 sAs logged.',
      'SoldMay still comeIt has not come yet.',
    ]);
  });

  it('shows the template of the prompt version where the project has it', async () => {
    setup();
    expect((await screen.findByText('Answer {question}')).tagName).toBe('PRE');
  });
});
