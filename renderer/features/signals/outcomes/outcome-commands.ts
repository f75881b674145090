import type { Command } from '../../../app/key-map.ts';

export interface OutcomeActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly add: () => void;
  readonly change: () => void;
  readonly remove: () => void;
  readonly hasOutcomes: boolean;
  readonly canDefine: boolean;
  readonly canRemove: boolean;
}

/** Keys of outcomes. */
export function outcomeCommands(actions: OutcomeActions): Command[] {
  const { hasOutcomes, canDefine, canRemove } = actions;
  return [
    on('next', 'Next outcome', ['j'], actions.next, hasOutcomes),
    on('previous', 'Previous outcome', ['k'], actions.previous, hasOutcomes),
    on('add', 'Define an outcome', ['a'], actions.add, canDefine),
    on('change', 'Change how this outcome is read', ['e'], actions.change, hasOutcomes && canDefine),
    on('remove', 'Remove the definition of this outcome', ['Delete'], actions.remove, canRemove),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled: boolean): Command {
  return { id: `outcomes.${id}`, name, keys, group: 'Outcomes', run, enabled };
}
