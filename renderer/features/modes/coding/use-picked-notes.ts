import { useState } from 'react';
import type { CodingNote } from '../../../../shared/contract/coding-operations.ts';

export interface PickedNotes {
  /** Place of the current note. */
  readonly index: number;
  readonly selected: ReadonlySet<string>;
  /** Those that an act is about: the selected ones, else the current one. */
  readonly picked: readonly CodingNote[];
  readonly move: (step: number) => void;
  readonly goTo: (index: number) => void;
  /** Moves and takes what lies on the way into the selection. */
  readonly extend: (step: number) => void;
  readonly toggle: (index: number) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Which note one is at, and which are selected. Where notes go, one stays at the same place of the list. */
export function usePickedNotes(notes: readonly CodingNote[]): PickedNotes {
  const [wanted, setIndex] = useState(0);
  const [selected, setSelected] = useState(none);
  const index = Math.max(0, Math.min(wanted, notes.length - 1));
  const current = notes[index];
  const chosen = notes.filter(({ key }) => selected.has(key));
  const goTo = (next: number) => setIndex(Math.max(0, Math.min(next, notes.length - 1)));
  return {
    index,
    selected,
    picked: chosen.length > 0 || current === undefined ? chosen : [current],
    goTo,
    move: (step) => goTo(index + step),
    extend: (step) => {
      const next = notes[index + step];
      if (current === undefined || next === undefined) return;
      setSelected(new Set([...selected, current.key, next.key]));
      goTo(index + step);
    },
    toggle: (place) => {
      const note = notes[place];
      if (note === undefined) return;
      const next = new Set(selected);
      if (!next.delete(note.key)) next.add(note.key);
      setSelected(next);
    },
    clear: () => setSelected(none),
  };
}
