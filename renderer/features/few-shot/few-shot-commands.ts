import type { Command } from '../../app/key-map.ts';
import { catalogueEntry } from '../../app/keys/command-catalogue.ts';

export interface FewShotActions {
  readonly choose: () => void;
  readonly cancel: () => void;
  readonly move: (step: number) => void;
  readonly open: () => void;
  readonly copy: () => void;
  readonly write: () => void;
  readonly keep: () => void;
  readonly canChoose: boolean;
  readonly isRunning: boolean;
  readonly hasChoice: boolean;
  readonly canKeep: boolean;
}

/** The keys of few-shot examples. */
export function fewShotCommands(actions: FewShotActions): Command[] {
  const { canChoose, isRunning, hasChoice, canKeep } = actions;
  return [
    fewShotCommand('choose', actions.choose, canChoose),
    fewShotCommand('cancel', actions.cancel, isRunning),
    fewShotCommand('next', () => actions.move(1), hasChoice),
    fewShotCommand('previous', () => actions.move(-1), hasChoice),
    fewShotCommand('open', actions.open, hasChoice),
    fewShotCommand('copy', actions.copy, hasChoice),
    fewShotCommand('write', actions.write, hasChoice),
    fewShotCommand('keep', actions.keep, canKeep),
  ];
}

/** A command of the catalogue with what it does. */
export function fewShotCommand(id: string, run: () => void, enabled = true): Command {
  const entry = catalogueEntry(`few-shot.${id}`);
  if (entry === undefined) throw new Error(`There is no command few-shot.${id}.`);
  const { name, group, keys, inTextFields } = entry;
  return { id: entry.id, name, group, keys, run, enabled, inTextFields };
}
