// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ImportOptions } from '../../../shared/contract/import-operations.ts';
import type { Job } from '../../../shared/contract/job-operations.ts';
import { JoinSection } from './join-section.tsx';
import { testEngine } from './test-engine.tsx';
import { UnjoinedRows } from './unjoined-rows.tsx';
import { useJoinTrial } from './use-join-trial.ts';

const jobId = '0199aaaa-0000-7000-8000-00000000000a';
const coverage = {
  method: { by: 'id' },
  rows: 240,
  joined: 212,
  reasons: { ambiguous_match: 8, no_match: 20 },
  examples: [{ line: 3, reason: 'no_match', message: 'No interaction has the id x.', raw: '{"id":"x"}' }],
};
const start = vi.fn<(input: unknown) => { jobId: string; sourceId: null }>();

function job(): Job {
  return {
    id: jobId,
    kind: 'import',
    title: 'Trying sold.jsonl',
    state: 'done',
    paused: false,
    done: 1,
    total: 1,
    unit: 'bytes',
    rows: 240,
    rowsPerSecond: null,
    secondsLeft: null,
    startedAt: 0,
    finishedAt: 1,
    error: null,
    result: { coverage },
  };
}

function Sectioned() {
  const [options, setOptions] = useState<ImportOptions>({});
  const trial = useJoinTrial({ path: '/sold.jsonl', brings: 'attachments', options });
  return (
    <>
      <JoinSection options={options} onChange={setOptions} trial={trial} canTry={!trial.isRunning} />
      <UnjoinedRows coverage={trial.coverage} />
    </>
  );
}

function show() {
  start.mockReturnValue({ jobId, sourceId: null });
  render(<Sectioned />, {
    wrapper: testEngine({ 'imports.sources': () => [], 'imports.start': start, 'jobs.get': job }),
  });
}

/** Chooses in the list that stands behind the button for those who see no list. */
function choose(way: string) {
  const list = screen.getAllByRole<HTMLSelectElement>('combobox', { hidden: true })[0];
  if (list === undefined) throw new Error('There is no list.');
  fireEvent.change(list, { target: { value: way } });
}

afterEach(() => {
  cleanup();
  start.mockReset();
});

describe('how rows find their interactions', () => {
  it('asks for what the chosen way needs, and for nothing else', () => {
    show();
    expect(screen.queryByLabelText(/Minutes/)).toBeNull();
    choose('user_window');
    expect(screen.getByLabelText(/Minutes/)).toHaveProperty('value', '1440');
    fireEvent.change(screen.getByLabelText(/Minutes/), { target: { value: '' } });
    screen.getByText(/from 1 to 527,040/);
    choose('key');
    expect(screen.queryByLabelText(/Minutes/)).toBeNull();
    screen.getByText(/Write what of the row/);
    fireEvent.change(screen.getByLabelText('Key of the row'), { target: { value: '{order}' } });
    fireEvent.change(screen.getByLabelText('Key of the interaction'), { target: { value: '{order}' } });
    screen.getByText(/is nothing of an interaction/);
    fireEvent.change(screen.getByLabelText('Key of the interaction'), { target: { value: '{meta.order}' } });
    screen.getByText(/Nothing is stored/);
  });

  it('tries the join as it would be imported, and says when that has changed since', async () => {
    show();
    choose('session_all');
    fireEvent.click(screen.getByRole('button', { name: /Try the join/ }));
    await screen.findByText(
      '212 of 240 rows find their interaction (88.3 %). No such interaction: 20. Several interactions: 8. Nothing is stored yet.',
    );
    expect(start).toHaveBeenCalledWith(
      expect.objectContaining({ dryRun: true, options: { join: { by: 'session', which: 'all' } } }),
    );
    screen.getByText('No interaction has the id x.');
    choose('session_last');
    screen.getByText('What was tried has changed. Try the join again.');
    choose('session_all');
    screen.getByText(/212 of 240/);
  });
});
