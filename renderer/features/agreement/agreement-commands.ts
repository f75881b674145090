import type { Command } from '../../app/key-map.ts';

export interface ListActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly measureAgain: () => void;
}

/** The keys of the agreement screen. */
export function listCommands({ next, previous, measureAgain }: ListActions): Command[] {
  return [
    on('next', 'Next question', ['j', 'ArrowDown'], next),
    on('previous', 'Previous question', ['k', 'ArrowUp'], previous),
    on('again', 'Measure again', ['r'], measureAgain),
  ];
}

export interface QuestionActions {
  readonly nextLevel: () => void;
  readonly goToPairs: () => void;
  readonly goToMatrix: () => void;
  readonly goToItems: () => void;
  readonly hasPair: boolean;
  readonly hasCell: boolean;
}

/** The keys of one question's agreement; within a matrix, arrow keys go from cell to cell. */
export function questionCommands(actions: QuestionActions): Command[] {
  const { nextLevel, goToPairs, goToMatrix, goToItems, hasPair, hasCell } = actions;
  return [
    on('level', 'Next level of measurement', ['l'], nextLevel),
    on('pairs', 'Go to the pairs', ['p'], goToPairs),
    on('matrix', 'Go to the confusion matrix', ['c'], goToMatrix, hasPair),
    on('items', 'Go to the items of the cell', ['i'], goToItems, hasCell),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `agreement.${id}`, name, keys, group: 'Agreement', run, enabled };
}
