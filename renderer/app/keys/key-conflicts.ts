import type { KeySettings } from '../../../shared/domain/keys/key-settings.ts';
import { isSameStart } from '../../../shared/domain/keys/shortcut.ts';
import { type CatalogueEntry, commandCatalogue } from './command-catalogue.ts';
import { keysInSet, ownKeys } from './key-sets.ts';

/** A command with the keys that it has for this person. */
export interface KeyedCommand extends CatalogueEntry {
  readonly isChanged: boolean;
}

/** Keys that answer questions of the open project; they belong to its label schema. */
export interface TakenKey {
  readonly keys: string;
  readonly name: string;
}

/** What is in the way of a key: another command, which can lose it, or an answer, which cannot. */
export interface Conflict {
  readonly keys: string;
  readonly name: string;
  /** Id of the command; null for an answer. */
  readonly id: string | null;
}

/** Every command as this person has it. */
export function keyedCommands(settings: KeySettings): readonly KeyedCommand[] {
  return commandCatalogue.map((entry) => ({
    ...entry,
    keys: ownKeys(settings, entry.id, entry.keys),
    isChanged: settings.changes[entry.id] !== undefined,
  }));
}

/** Everything that this key of the command would be mixed up with. */
export function conflictsOf(
  command: CatalogueEntry,
  keys: string,
  all: readonly KeyedCommand[],
  taken: readonly TakenKey[],
): readonly Conflict[] {
  const isReview = command.place === 'review' || command.place === 'everywhere';
  const answers = isReview ? taken.filter((answer) => isSameStart(answer.keys, keys)) : [];
  const commands = all
    .filter((other) => other.id !== command.id && areTogether(other, command))
    .flatMap((other) =>
      other.keys
        .filter((theirs) => isSameStart(theirs, keys))
        .map((theirs) => ({ keys: theirs, name: other.name, id: other.id })),
    );
  return [...answers.map((answer) => ({ keys: answer.keys, name: answer.name, id: null })), ...commands];
}

/** Settings in which the command has these keys; those with the conflicts lose theirs. */
export function withKeys(
  settings: KeySettings,
  command: KeyedCommand,
  keys: readonly string[],
  conflicts: readonly Conflict[],
): KeySettings {
  const changes = { ...settings.changes, [command.id]: [...keys] };
  for (const { id, keys: lost } of conflicts) {
    if (id === null) continue;
    const before = changes[id] ?? ownKeys(settings, id, standardOf(id));
    changes[id] = before.filter((theirs) => theirs !== lost);
  }
  return { ...settings, changes };
}

/** Settings in which the command has the keys of the set again. */
export function withoutChange({ set, changes }: KeySettings, id: string): KeySettings {
  const { [id]: _, ...others } = changes;
  return { set, changes: others };
}

/** The keys that the command gets back when its change is taken back. */
export function keysOfSet(settings: KeySettings, id: string): readonly string[] {
  return keysInSet(settings.set, id, standardOf(id));
}

function standardOf(id: string): readonly string[] {
  return commandCatalogue.find((entry) => entry.id === id)?.keys ?? [];
}

function areTogether(left: CatalogueEntry, right: CatalogueEntry): boolean {
  return left.place === right.place || left.place === 'everywhere' || right.place === 'everywhere';
}
