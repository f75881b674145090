// @vitest-environment jsdom
import { ORPCError } from '@orpc/client';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Column, TargetPreview } from '../../../shared/contract/import-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { interactionRows, outputNeeded } from './mapping-draft.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { testEngine } from './test-engine.tsx';

const columns: readonly Column[] = [
  { path: 'answer', examples: ['Here.'], filled: 2, kind: 'text' },
  { path: 'timing.dwell', examples: ['300'], filled: 2, kind: 'number' },
];

const previews: readonly TargetPreview[] = [
  {
    target: 'output',
    path: 'answer',
    filled: 98,
    empty: 2,
    failed: 1,
    distinct: 53,
    examples: ['Here.', '<b>There</b>'],
  },
  {
    target: 'external_id',
    path: 'id',
    filled: 1000,
    empty: 0,
    failed: 0,
    distinct: 1000,
    examples: ['a-1'],
  },
];

const onChange = vi.fn<(mapping: Mapping) => void>();

const file = { path: '/mail.csv' };

/** What the engine makes of values that it is asked to change: here, the text in capitals. */
function preview(input: unknown) {
  const { mapping: tried } = input as { mapping: Mapping };
  const transform = tried.find(({ target }) => target === 'edit')?.transform;
  if (transform?.kind === 'regex') {
    throw new ORPCError('MAPPING_INVALID', { message: `The pattern "${transform.pattern}" cannot be read.` });
  }
  const row = { line: 1, input: 'Here.', output: '-', edit: 'HERE.', signals: [], labels: [] };
  return { read: 1, accepted: 1, targets: [], rejects: [], rows: [row], unmapped: [], skipped: {} };
}

const answerOnly: Mapping = [{ target: 'output', path: 'answer' }];

function Editor({ initial }: { readonly initial: Mapping }) {
  const [mapping, setMapping] = useState<Mapping>(initial);
  const change = (next: Mapping) => {
    onChange(next);
    setMapping(next);
  };
  return (
    <MappingEditor
      file={file}
      meaning={interactionRows}
      mapping={mapping}
      columns={columns}
      previews={previews}
      onChange={change}
    />
  );
}

function show(initial = answerOnly) {
  render(<Editor initial={initial} />, {
    wrapper: testEngine({ 'imports.preview': preview }),
  });
}

function type(label: string, text: string) {
  const field = screen.getByLabelText(label);
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.blur(field);
}

afterEach(() => {
  cleanup();
  onChange.mockClear();
});

describe('the mapping table', () => {
  it('shows real values beside a target, as text, and how many rows have one', () => {
    show();
    const row = screen.getByRole('row', { name: /^Output/ });
    expect(within(row).getByText('<b>There</b>')).toBeDefined();
    const numbers = within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(numbers.slice(-4)).toEqual(['98', '2', '53', '1']);
  });

  it('does not tell more than 1,000 different values apart', () => {
    show([
      { target: 'output', path: 'answer' },
      { target: 'external_id', path: 'id' },
    ]);
    expect(within(screen.getByRole('row', { name: /^Id/ })).getByText('1,000 or more')).toBeDefined();
  });

  it('shows what a column holds before there is a dry run', () => {
    show([{ target: 'session', path: 'timing.dwell' }]);
    expect(within(screen.getByRole('row', { name: /^Session/ })).getByText('300')).toBeDefined();
  });

  it('takes a typed path once it is whole', () => {
    show();
    fireEvent.change(screen.getByLabelText('Path for Edit'), { target: { value: 'messages[-1]' } });
    expect(onChange).not.toHaveBeenCalled();
    type('Path for Edit', 'messages[-1].content');
    expect(onChange).toHaveBeenLastCalledWith([
      { target: 'output', path: 'answer' },
      { target: 'edit', path: 'messages[-1].content' },
    ]);
  });

  it('says what is wrong with a path', () => {
    show();
    fireEvent.change(screen.getByLabelText('Path for Edit'), { target: { value: 'a..b' } });
    expect(screen.getByText(/"a\.\.b" is not a path/)).toBeDefined();
  });

  it('adds a named target under the name its path suggests, and takes it out again', () => {
    show();
    type('Path of the new target', 'timing.dwell');
    const name = screen.getByLabelText('Name of the new target');
    expect(name).toHaveProperty('value', 'dwell');
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(onChange).toHaveBeenLastCalledWith([
      { target: 'output', path: 'answer' },
      { target: 'label.dwell', path: 'timing.dwell' },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Take out label.dwell' }));
    expect(onChange).toHaveBeenLastCalledWith([{ target: 'output', path: 'answer' }]);
  });

  it('asks for the output where nothing fills it', () => {
    show();
    expect(screen.queryByText(outputNeeded)).toBeNull();
    type('Path for Output', '');
    expect(screen.getByText(outputNeeded)).toBeDefined();
  });

  it('changes values, and shows them before and after', async () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Change the values of Output' }));
    const popover = screen.getByRole('dialog', { name: 'Values of Output' });
    fireEvent.click(within(popover).getByRole('button', { name: /What is done with them/ }));
    fireEvent.click(screen.getByRole('option', { name: 'Other values in place of these' }));
    expect(onChange).toHaveBeenLastCalledWith([
      {
        target: 'output',
        path: 'answer',
        transform: { kind: 'values', values: { 'Here.': 'Here.' }, otherwise: 'keep' },
      },
    ]);
    fireEvent.change(screen.getByLabelText('What value 1 becomes'), { target: { value: 'There.' } });
    expect(onChange).toHaveBeenLastCalledWith([
      expect.objectContaining({
        transform: { kind: 'values', values: { 'Here.': 'There.' }, otherwise: 'keep' },
      }),
    ]);
    await waitFor(() => expect(within(popover).getByText('HERE.')).toBeDefined());
  });

  it('says beside the entry what is wrong with its transform', async () => {
    show([
      { target: 'output', path: 'answer', transform: { kind: 'regex', pattern: '(', group: 0 } },
      { target: 'model', path: '', transform: { kind: 'template', template: '' } },
    ]);
    const row = screen.getByRole('row', { name: /^Output/ });
    await waitFor(() => expect(within(row).getByText('The pattern "(" cannot be read.')).toBeDefined());
    expect(within(screen.getByRole('row', { name: /^Model/ })).getByText(/^Write the text/)).toBeDefined();
  });

  it('offers an unfilled target only what needs no column', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Change the values of Model' }));
    fireEvent.click(screen.getByRole('button', { name: /What is done with them/ }));
    expect(screen.getAllByRole('option').map((option) => option.getAttribute('data-key'))).toEqual([
      'none',
      'constant',
      'template',
    ]);
  });
});
