import type { Command } from '../../app/key-map.ts';

export interface WeeklyActions {
  readonly earlier: () => void;
  readonly later: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly open: () => void;
  readonly whole: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly saveMarkdown: () => void;
  readonly saveHtml: () => void;
  readonly print: () => void;
  readonly refresh: () => void;
  readonly hasRows: boolean;
  readonly hasWeek: boolean;
  readonly canWrite: boolean;
}

/** The keys of the weekly review; those of a decision come with its form. */
export function weeklyCommands(actions: WeeklyActions): Command[] {
  const { hasRows, hasWeek, canWrite } = actions;
  return [
    on('earlier', 'The week before', ['['], actions.earlier, hasWeek),
    on('later', 'The week after', [']'], actions.later, hasWeek),
    on('next', 'Next failure mode', ['j', 'ArrowDown'], actions.next, hasRows),
    on('previous', 'Previous failure mode', ['k', 'ArrowUp'], actions.previous, hasRows),
    on('open', 'Open it among the failure modes', ['o'], actions.open, hasRows),
    on('whole', 'Show its changes in full, or in a line each', ['e'], actions.whole, hasRows),
    on('undo', 'Undo my last act on failure modes', ['u', 'Mod+Z'], actions.undo, canWrite),
    on('redo', 'Redo', ['Mod+Shift+Z', 'Shift+U'], actions.redo, canWrite),
    on('markdown', 'Save the week as Markdown', ['m'], actions.saveMarkdown, hasWeek),
    on('html', 'Save the week as HTML', ['h'], actions.saveHtml, hasWeek),
    on('print', 'Print the week', ['p'], actions.print, hasWeek),
    on('refresh', 'Count again', ['r'], actions.refresh, hasWeek),
  ];
}

export interface DecisionActions {
  readonly decide: (place: number) => void;
  readonly takeBack: () => void;
  readonly owner: () => void;
  readonly due: () => void;
  readonly note: () => void;
  readonly isDecided: boolean;
}

/** The keys of the decision on a failure mode; its five choices by their number. */
export function decisionCommands(actions: DecisionActions, choices: readonly string[]): Command[] {
  return [
    ...choices.map((name, place) =>
      on(`decide-${place + 1}`, `Decide: ${name}`, [String(place + 1)], () => actions.decide(place)),
    ),
    on('take-back', 'Take the decision back', ['x', 'Delete'], actions.takeBack, actions.isDecided),
    on('owner', 'Say who does it', ['w'], actions.owner),
    on('due', 'Say until when', ['d'], actions.due),
    on('note', 'Write a note on the decision', ['i'], actions.note),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `weekly.${id}`, name, keys, group: 'Weekly review', run, enabled };
}
