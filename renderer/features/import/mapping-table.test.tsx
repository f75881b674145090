// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Column, TargetPreview } from '../../../shared/contract/import-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { AddTarget } from './add-target.tsx';
import { outputNeeded } from './mapping-draft.ts';
import { MappingTable } from './mapping-table.tsx';

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
    failed: 0,
    distinct: 53,
    examples: ['Here.', '<b>There</b>'],
  },
];

const onChange = vi.fn<(mapping: Mapping) => void>();

function Editor() {
  const [mapping, setMapping] = useState<Mapping>([{ target: 'output', path: 'answer' }]);
  const change = (next: Mapping) => {
    onChange(next);
    setMapping(next);
  };
  return (
    <>
      <MappingTable mapping={mapping} columns={columns} previews={previews} onChange={change} />
      <AddTarget mapping={mapping} columns={columns} onChange={change} />
    </>
  );
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
    render(<Editor />);
    const row = screen.getByRole('row', { name: /^Output/ });
    expect(within(row).getByText('<b>There</b>')).toBeDefined();
    expect(within(row).getByText('98 of 100')).toBeDefined();
    expect(within(row).getByText('53')).toBeDefined();
  });

  it('shows what a column holds before there is a dry run', () => {
    const mapping: Mapping = [{ target: 'session', path: 'timing.dwell' }];
    render(<MappingTable mapping={mapping} columns={columns} previews={undefined} onChange={onChange} />);
    expect(within(screen.getByRole('row', { name: /^Session/ })).getByText('300')).toBeDefined();
  });

  it('takes a typed path once it is whole', () => {
    render(<Editor />);
    fireEvent.change(screen.getByLabelText('Path for Edit'), { target: { value: 'messages[-1]' } });
    expect(onChange).not.toHaveBeenCalled();
    type('Path for Edit', 'messages[-1].content');
    expect(onChange).toHaveBeenLastCalledWith([
      { target: 'output', path: 'answer' },
      { target: 'edit', path: 'messages[-1].content' },
    ]);
  });

  it('says what is wrong with a path', () => {
    render(<Editor />);
    fireEvent.change(screen.getByLabelText('Path for Edit'), { target: { value: 'a..b' } });
    expect(screen.getByText(/"a\.\.b" is not a path/)).toBeDefined();
  });

  it('adds a named target under the name its path suggests, and takes it out again', () => {
    render(<Editor />);
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
    render(<Editor />);
    expect(screen.queryByText(outputNeeded)).toBeNull();
    type('Path for Output', '');
    expect(screen.getByText(outputNeeded)).toBeDefined();
  });
});
