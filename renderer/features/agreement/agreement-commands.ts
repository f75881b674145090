import type { Command } from '../../app/key-map.ts';

export interface AgreementActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly nextLevel: () => void;
  readonly measureAgain: () => void;
  readonly goToPairs: () => void;
  readonly goToMatrix: () => void;
  readonly goToItems: () => void;
  readonly hasPair: boolean;
  readonly hasCell: boolean;
}

/** The keys of the agreement screen; within a matrix, arrow keys go from cell to cell. */
export function agreementCommands(actions: AgreementActions): Command[] {
  const { next, previous, nextLevel, measureAgain, goToPairs, goToMatrix, goToItems, hasPair, hasCell } =
    actions;
  return [
    on('next', 'Next question', ['j', 'ArrowDown'], next),
    on('previous', 'Previous question', ['k', 'ArrowUp'], previous),
    on('level', 'Next level of measurement', ['l'], nextLevel),
    on('pairs', 'Go to the pairs', ['p'], goToPairs),
    on('matrix', 'Go to the confusion matrix', ['c'], goToMatrix, hasPair),
    on('items', 'Go to the items of the cell', ['i'], goToItems, hasCell),
    on('again', 'Measure again', ['r'], measureAgain),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `agreement.${id}`, name, keys, group: 'Agreement', run, enabled };
}
