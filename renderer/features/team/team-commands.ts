import type { Command } from '../../app/key-map.ts';

export interface TeamActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly refresh: () => void;
  readonly openLabelled: () => void;
  readonly hasItems: boolean;
}

/** The keys of the screen of annotators. */
export function teamCommands({ next, previous, refresh, openLabelled, hasItems }: TeamActions): Command[] {
  return [
    on('next', 'Next annotator', ['j', 'ArrowDown'], next),
    on('previous', 'Previous annotator', ['k', 'ArrowUp'], previous),
    on('open', 'Open what they labelled in the review', ['o'], openLabelled, hasItems),
    on('refresh', 'Count again', ['r'], refresh),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `team.${id}`, name, keys, group: 'Annotators', run, enabled };
}
