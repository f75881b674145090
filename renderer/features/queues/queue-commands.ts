import type { Command } from '../../app/key-map.ts';

export interface QueueActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly make: () => void;
  readonly change: () => void;
  readonly refresh: () => void;
  readonly remove: () => void;
  readonly canWrite: boolean;
  readonly hasCurrent: boolean;
}

/** The keys of the screen of queues. Enter opens the queue that has the focus, as on every link. */
export function queueCommands(actions: QueueActions): Command[] {
  const { canWrite, hasCurrent } = actions;
  return [
    on('next', 'Next queue', ['j', 'ArrowDown'], actions.next, hasCurrent),
    on('previous', 'Previous queue', ['k', 'ArrowUp'], actions.previous, hasCurrent),
    on('make', 'Make a queue', ['n'], actions.make, canWrite),
    on('change', 'Change the queue', ['e'], actions.change, canWrite && hasCurrent),
    on('refresh', 'Put the queue in order anew', ['r'], actions.refresh, canWrite && hasCurrent),
    on('remove', 'Delete the queue', ['x', 'Delete'], actions.remove, canWrite && hasCurrent),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled: boolean): Command {
  return { id: `queues.${id}`, name, keys, group: 'Queues', run, enabled };
}
