import type { Command } from '../../app/key-map.ts';
import type { SignalTab } from './signals-address.ts';

/** Keys of every part of the signals screen. */
export function tabCommands(go: (tab: SignalTab) => void): Command[] {
  return [
    on('catalogue', 'Catalogue of signals', ['1'], () => go('catalogue')),
    on('requeries', 'Re-queries', ['2'], () => go('requeries')),
    on('outcomes', 'Outcomes', ['3'], () => go('outcomes')),
    on('quality', 'Quality score', ['4'], () => go('quality')),
  ];
}

export interface CatalogueActions {
  readonly recompute: () => void;
  readonly settings: () => void;
  readonly unused: () => void;
  readonly save: () => void;
  readonly hasUnused: boolean;
  readonly canSave: boolean;
}

/** Keys of the catalogue. */
export function catalogueCommands(actions: CatalogueActions): Command[] {
  return [
    on('recompute', 'Work out all signals anew', ['r'], actions.recompute),
    on('settings', 'Go to the settings', ['e'], actions.settings),
    on('unused', 'Go to the unused signals', ['x'], actions.unused, actions.hasUnused),
    { ...on('save', 'Save the settings', ['Mod+S'], actions.save, actions.canSave), inTextFields: true },
  ];
}

export interface RequeryActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly yes: () => void;
  readonly no: () => void;
  readonly takeBack: () => void;
  readonly more: () => void;
  readonly settings: () => void;
  readonly save: () => void;
  readonly hasPairs: boolean;
  readonly canTakeBack: boolean;
  readonly canSave: boolean;
}

/** Keys of re-queries: one for each verdict, and the next pair comes by itself. */
export function requeryCommands(actions: RequeryActions): Command[] {
  const { hasPairs } = actions;
  return [
    on('next', 'Next pair', ['j'], actions.next, hasPairs),
    on('previous', 'Previous pair', ['k'], actions.previous, hasPairs),
    on('yes', 'It asks again', ['y'], actions.yes, hasPairs),
    on('no', 'It does not ask again', ['n'], actions.no, hasPairs),
    on('take-back', 'Take the verdict back', ['u'], actions.takeBack, actions.canTakeBack),
    on('more', 'The next pairs that tell most', ['m'], actions.more),
    on('settings', 'Go to the settings', ['e'], actions.settings),
    { ...on('save', 'Save the settings', ['Mod+S'], actions.save, actions.canSave), inTextFields: true },
  ];
}

export interface QualityActions {
  readonly settings: () => void;
  readonly learn: () => void;
  readonly defaults: () => void;
  readonly save: () => void;
  readonly canLearn: boolean;
  readonly canSave: boolean;
}

/** Keys of the quality score. */
export function qualityCommands(actions: QualityActions): Command[] {
  return [
    on('settings', 'Go to the settings', ['e'], actions.settings),
    on('learn', 'Learn quality from labels', ['l'], actions.learn, actions.canLearn),
    on('defaults', 'Take the default weights', ['d'], actions.defaults),
    { ...on('save', 'Save the settings', ['Mod+S'], actions.save, actions.canSave), inTextFields: true },
  ];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `signals.${id}`, name, keys, group: 'Signals', run, enabled };
}
