import type { Command } from '../../app/key-map.ts';
import type { PlanTab } from './plan-address.ts';

/** Keys of every part of the screen. */
export function tabCommands(go: (tab: PlanTab) => void): Command[] {
  return [
    on('signals', 'Signals of the plan', ['1'], () => go('signals')),
    on('code', 'Code of the plan', ['2'], () => go('code')),
    on('check', 'Check a file', ['3'], () => go('check')),
  ];
}

export interface ListActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly suggest: () => void;
  readonly suggestAll: () => void;
  readonly create: () => void;
  readonly edit: () => void;
  readonly nextStatus: () => void;
  readonly previousStatus: () => void;
  readonly remove: () => void;
  readonly bringBack: () => void;
  readonly down: () => void;
  readonly up: () => void;
  readonly saveMarkdown: () => void;
  readonly saveHtml: () => void;
  readonly hasSuggestions: boolean;
  readonly hasOpen: boolean;
  readonly hasRemoved: boolean;
}

/** Keys of the list. */
export function listCommands(actions: ListActions): Command[] {
  const { hasSuggestions, hasOpen, hasRemoved } = actions;
  return [
    on('next', 'Next signal', ['j'], actions.next, hasOpen),
    on('previous', 'Previous signal', ['k'], actions.previous, hasOpen),
    on('suggest', 'Add the first suggestion', ['a'], actions.suggest, hasSuggestions),
    on('suggest-all', 'Add all suggestions', ['Shift+A'], actions.suggestAll, hasSuggestions),
    on('new', 'Plan a signal', ['n'], actions.create),
    on('edit', 'Edit the signal', ['e'], actions.edit, hasOpen),
    on('status', 'Next status', ['s'], actions.nextStatus, hasOpen),
    on('status-back', 'Status before', ['Shift+S'], actions.previousStatus, hasOpen),
    on('remove', 'Remove the signal', ['x'], actions.remove, hasOpen),
    on('bring-back', 'Bring back what was removed last', ['u'], actions.bringBack, hasRemoved),
    on('down', 'Move the signal down', ['Shift+J'], actions.down, hasOpen),
    on('up', 'Move the signal up', ['Shift+K'], actions.up, hasOpen),
    on('markdown', 'Save the plan as Markdown', ['m'], actions.saveMarkdown, hasOpen),
    on('html', 'Save the plan as HTML', ['h'], actions.saveHtml, hasOpen),
  ];
}

/** Keys of the form of a signal, also while a text is written. */
export function formCommands(save: () => void, leave: () => void, canSave: boolean): Command[] {
  return [
    { ...on('save', 'Save the signal', ['Mod+S'], save, canSave), inTextFields: true },
    { ...on('leave', 'Leave the form', ['Escape'], leave), inTextFields: true },
  ];
}

export interface CodeActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly copy: () => void;
  readonly write: () => void;
  readonly hasCode: boolean;
}

export function codeCommands(actions: CodeActions): Command[] {
  const { hasCode } = actions;
  return [
    on('code-next', 'Next kind of code', [']'], actions.next),
    on('code-previous', 'Kind of code before', ['['], actions.previous),
    on('copy', 'Copy the code', ['c'], actions.copy, hasCode),
    on('write', 'Save the code to a file', ['w'], actions.write, hasCode),
  ];
}

export interface CheckActions {
  readonly choose: () => void;
  readonly again: () => void;
  readonly stop: () => void;
  readonly verify: () => void;
  readonly hasFile: boolean;
  readonly isChecking: boolean;
  readonly canVerify: boolean;
}

export function checkCommands(actions: CheckActions): Command[] {
  const { hasFile, isChecking, canVerify } = actions;
  return [
    on('choose', 'Choose a file to check', ['o'], actions.choose),
    on('again', 'Check the file again', ['r'], actions.again, hasFile && !isChecking),
    on('stop', 'Stop the check', ['q'], actions.stop, isChecking),
    on('verify', 'Mark complete signals as verified', ['f'], actions.verify, canVerify),
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `plan.${id}`, name, keys, group: 'Signal design', run, enabled };
}
