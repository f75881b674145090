// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CodingNote } from '../../../../shared/contract/coding-operations.ts';
import { usePickedNotes } from './use-picked-notes.ts';

function notesNamed(...keys: readonly string[]): CodingNote[] {
  return keys.map((key) => ({
    key,
    interactionId: key,
    place: '',
    text: key,
    annotator: 'Ada',
    question: null,
    quote: '',
    added: null,
    at: null,
    failureMode: null,
  }));
}

function picking(notes: readonly CodingNote[]) {
  const { result, rerender } = renderHook((props) => usePickedNotes(props.notes), {
    initialProps: { notes },
  });
  return {
    now: () => result.current,
    run: (step: (picked: typeof result.current) => void) => act(() => step(result.current)),
    show: (next: readonly CodingNote[]) => rerender({ notes: next }),
    keys: () => result.current.picked.map(({ key }) => key),
  };
}

test('an act is about the selected notes, else about the current one', () => {
  const { run, keys } = picking(notesNamed('a', 'b', 'c', 'd'));
  run(({ move }) => move(1));
  expect(keys()).toEqual(['b']);
  run(({ toggle }) => toggle(3));
  run(({ extend }) => extend(1));
  expect(keys()).toEqual(['b', 'c', 'd']);
  run(({ toggle }) => toggle(3));
  run(({ clear }) => clear());
  expect(keys()).toEqual(['c']);
});

test('where notes go, one stays at the same place, and never behind the end', () => {
  const { now, run, show, keys } = picking(notesNamed('a', 'b', 'c'));
  run(({ move }) => move(1));
  show(notesNamed('a', 'c'));
  expect(keys()).toEqual(['c']);
  show(notesNamed('a'));
  expect(now().index).toBe(0);
  run(({ move }) => move(5));
  expect(keys()).toEqual(['a']);
  show([]);
  expect(keys()).toEqual([]);
});
