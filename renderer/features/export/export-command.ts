import type { Command } from '../../app/key-map.ts';
import { catalogueEntry } from '../../app/keys/command-catalogue.ts';

/** A command of the catalogue with what it does here. */
export function commandFor(id: string, run: () => void, enabled = true): Command {
  const entry = catalogueEntry(id);
  if (entry === undefined) throw new Error(`There is no command ${id}.`);
  const { name, group, keys, inTextFields } = entry;
  return { id, name, group, keys, run, enabled, inTextFields };
}
