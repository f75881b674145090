import { useCommands } from '../../app/key-map.ts';
import { on } from './modes-commands.ts';
import { following, orders, setModesState, useModesState } from './modes-state.ts';

export interface ExampleActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly open: () => void;
  readonly like: () => void;
  readonly unlike: () => void;
  readonly move: () => void;
  readonly similar: () => void;
  /** Where these are the changes like one: back to the others. */
  readonly leave: (() => void) | undefined;
  readonly hasCurrent: boolean;
  readonly canMove: boolean;
  readonly canSay: boolean;
}

/** The keys of the current example. */
export function useExampleCommands(actions: ExampleActions): void {
  const order = useModesState((state) => state.order);
  const { hasCurrent, canMove, canSay, leave } = actions;
  useCommands('modes.examples', [
    on('example.next', actions.next, hasCurrent),
    on('example.previous', actions.previous, hasCurrent),
    on('example.open', actions.open, hasCurrent),
    on('example.like', actions.like, canSay),
    on('example.unlike', actions.unlike, canSay),
    on('example.move', actions.move, canMove),
    on('example.similar', actions.similar, hasCurrent),
    on('example.order', leave ?? (() => setModesState({ order: following(orders, order) }))),
  ]);
}
