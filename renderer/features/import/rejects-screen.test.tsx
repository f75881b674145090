// @vitest-environment jsdom
import { ORPCError } from '@orpc/client';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostContext } from '../../api/host.ts';
import { listenToKeys } from '../../app/key-map.ts';
import { RejectsScreen } from './rejects-screen.tsx';
import { type Answers, testEngine } from './test-engine.tsx';
import { testSource } from './test-source.ts';

const source = testSource({
  rejected: 2,
  mapping: [
    { target: 'output', path: 'answer' },
    { target: 'created_at', path: 'at' },
  ],
});

const retryRejects = vi.fn<(input: unknown) => unknown>();
let total = 2;

function show(answers: Answers = {}) {
  const Engine = testEngine({
    'project.current': () => ({ id: 'project-1', readOnly: false }),
    'imports.sources': () => [source],
    'imports.rejects': () => ({
      rejects: [
        {
          line: 3,
          byteOffset: 40,
          reason: 'invalid_time',
          message: 'created_at is not a time.',
          raw: '{}',
          file: 'june/mail.csv',
        },
      ].slice(0, total),
      total,
      nextAfter: null,
    }),
    'imports.retryRejects': retryRejects,
    ...answers,
  });
  render(
    <HostContext value={{ bridge: null, pathOfFile: async () => '' }}>
      <Engine>
        <RejectsScreen sourceId={source.id} />
      </Engine>
    </HostContext>,
  );
}

function tried(rejected: number) {
  total = rejected;
  return { tried: 2, imported: 2 - rejected, attached: 0, duplicates: 0, rejected };
}

let stop = () => {};
beforeEach(() => {
  total = 2;
  stop = listenToKeys(window);
});
afterEach(() => {
  stop();
  cleanup();
  retryRejects.mockReset();
});

describe('the rejected rows of a source', () => {
  it('tries them again with a key, and says how many left', async () => {
    retryRejects.mockImplementation(() => tried(1));
    show();
    await screen.findByText(/2 rows in quarantine/);
    fireEvent.keyDown(document.body, { key: 'r' });
    await screen.findByText('1 of 2 rows left the quarantine: 1 imported. 1 still here.');
    await screen.findByText(/1 row in quarantine/);
    expect(retryRejects).toHaveBeenCalledWith({ sourceId: source.id });
  });

  it('offers nothing to try once all have left', async () => {
    retryRejects.mockImplementation(() => tried(0));
    show();
    await screen.findByText(/2 rows in quarantine/);
    fireEvent.click(screen.getByRole('button', { name: /^Try again/ }));
    await screen.findByText('2 of 2 rows left the quarantine: 2 imported.');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Try again/ }).hasAttribute('disabled')).toBe(true),
    );
  });

  it('tries them with a changed mapping, also where the file is gone', async () => {
    retryRejects.mockImplementation(() => tried(0));
    show({
      'imports.inspect': () => {
        throw new ORPCError('FILE_NOT_FOUND', { message: 'There is no file /mail.jsonl.' });
      },
    });
    await screen.findByText(/2 rows in quarantine/);
    fireEvent.keyDown(document.body, { key: 'm' });
    await screen.findByRole('dialog', { name: 'Change the mapping and try again' });
    await screen.findByText(/There is no file/);
    const field = screen.getByLabelText('Path for Created at');
    act(() => field.focus());
    fireEvent.change(field, { target: { value: 'sent' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('2 of 2 rows left the quarantine: 2 imported.');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(retryRejects).toHaveBeenCalledWith({
      sourceId: source.id,
      mapping: [
        { target: 'output', path: 'answer' },
        { target: 'created_at', path: 'sent' },
      ],
    });
  });

  it('keeps the dialog open with the sentence where the mapping is refused', async () => {
    retryRejects.mockImplementation(() => {
      throw new ORPCError('MAPPING_INVALID', { message: 'output is mapped twice.' });
    });
    show({ 'imports.inspect': () => ({ columns: [], mapping: [], saved: [] }) });
    await screen.findByText(/2 rows in quarantine/);
    fireEvent.keyDown(document.body, { key: 'm' });
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('output is mapped twice.');
    expect(dialog.isConnected).toBe(true);
  });
});
