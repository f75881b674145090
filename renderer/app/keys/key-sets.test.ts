import { describe, expect, it } from 'vitest';
import { type KeySet, keySets } from '../../../shared/domain/keys/key-settings.ts';
import { parseKeys } from '../../../shared/domain/keys/shortcut.ts';
import { reviewKeys } from '../../../shared/domain/schema/review-keys.ts';
import { catalogueEntry, commandCatalogue } from './command-catalogue.ts';
import { conflictsOf, keyedCommands, withKeys, withoutChange } from './key-conflicts.ts';
import { idsOfSet, ownKeys } from './key-sets.ts';

function settingsOf(set: KeySet) {
  return { set, changes: {} };
}

function commandOf(id: string, settings = settingsOf('standard')) {
  const command = keyedCommands(settings).find((candidate) => candidate.id === id);
  if (command === undefined) throw new Error(`no command ${id}`);
  return command;
}

describe('the catalogue of commands', () => {
  it('names each once', () => {
    const ids = commandCatalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(60);
  });
});

describe.each(keySets)('the %s keys', (set) => {
  const all = keyedCommands(settingsOf(set));

  it('are of commands that there are', () => {
    expect(idsOfSet(set).filter((id) => catalogueEntry(id) === undefined)).toEqual([]);
  });

  it('give every command that has a key by itself one, and no two commands the same', () => {
    const without = all.filter(({ id, keys }) => keys.length === 0 && catalogueEntry(id)?.keys.length !== 0);
    expect(without.map(({ id }) => id)).toEqual([]);
    const mixedUp = all.flatMap((command) =>
      command.keys.flatMap((keys) =>
        conflictsOf(command, keys, all, []).map((conflict) => `${command.id} ${keys} ${conflict.id}`),
      ),
    );
    expect(mixedUp).toEqual([]);
  });

  it('leave the questions the single keys that they may have', () => {
    const single = all
      .filter(({ place }) => place === 'review' || place === 'everywhere')
      .flatMap(({ keys }) => keys.map((text) => text.split(' ')[0] ?? ''))
      .filter((key) => /^[!-~]$/.test(key));
    expect(single.filter((key) => !reviewKeys.has(key))).toEqual([]);
  });

  it('write nothing into a text where they work in one', () => {
    const typing = all.filter(({ inTextFields }) => inTextFields).flatMap(({ keys }) => keys);
    expect(typing.length).toBeGreaterThan(5);
    for (const keys of typing)
      expect(parseKeys(keys, false)[0], keys).toSatisfy(
        ({ key, ctrl, alt }: { key: string; ctrl: boolean; alt: boolean }) => ctrl || alt || key === 'Escape',
      );
  });
});

describe('the arrow keys', () => {
  it('reach everything that an annotator does with the right hand on the arrows and the left one on its letters', () => {
    const named = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown|Enter|Space|Escape|F\d)$/;
    const isNear = (keys: string) =>
      keys
        .split(' ')
        .every((stroke) =>
          [named, /^[1-5qwertasdfgzxcvb]$/i].some((near) => near.test(stroke.split('+').at(-1) ?? '')),
        );
    const far = commandCatalogue
      .filter(({ place, keys }) => (place === 'review' || place === 'editing') && keys.length > 0)
      .filter(({ id, keys }) => !ownKeys(settingsOf('arrows'), id, keys).some(isNear));
    expect(far.map(({ id }) => id)).toEqual([]);
  });
});

describe('giving a command another key', () => {
  it('says which commands are in the way, of the same place and of everywhere', () => {
    const all = keyedCommands(settingsOf('standard'));
    const next = commandOf('review.next');
    expect(conflictsOf(next, 'n', all, []).map(({ id }) => id)).toEqual(['review.next-change']);
    // The schema screen has an `a` as well, but is never there together with the review.
    expect(conflictsOf(next, 'a', all, []).map(({ id }) => id)).toEqual(['review.go-to-next']);
    expect(conflictsOf(next, 'g', all, []).map(({ id }) => id)).toContain('go.review');
    expect(conflictsOf(next, 'l', all, [])).toEqual([]);
  });

  it('names the answers that have the key, whose beginning counts too', () => {
    const taken = [{ keys: 'r 4', name: 'Rating: 4' }];
    const all = keyedCommands(settingsOf('standard'));
    expect(conflictsOf(commandOf('review.next'), 'r', all, taken)).toEqual([
      { keys: 'r 4', name: 'Rating: 4', id: null },
    ]);
    expect(conflictsOf(commandOf('schema.next'), 'r', all, taken)).toEqual([]);
  });

  it('takes the key from the one that had it, and gives it back on reset', () => {
    const settings = settingsOf('standard');
    const next = commandOf('review.next');
    const conflicts = conflictsOf(next, 'n', keyedCommands(settings), []);
    const changed = withKeys(settings, next, ['n'], conflicts);
    expect(changed.changes).toEqual({ 'review.next': ['n'], 'review.next-change': [] });
    expect(withoutChange(changed, 'review.next').changes).toEqual({ 'review.next-change': [] });
    expect(ownKeys(withoutChange(changed, 'review.next'), 'review.next', next.keys)).toEqual(next.keys);
  });
});
