import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeySettings } from '../../../shared/domain/keys/key-settings.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { readKeysFrom, writeKeysTo } from './key-file.ts';
import { readSettings, updateSettings } from './settings.ts';

function folderWith(text: string): string {
  const folder = useTempFolder();
  writeFileSync(join(folder, 'settings.json'), text);
  return folder;
}

describe('settings', () => {
  it('are the defaults where there are none', () => {
    expect(readSettings(useTempFolder())).toMatchObject({
      theme: 'system',
      keys: { set: 'standard', changes: {} },
    });
  });

  it('keep the keys of commands that this version does not know', () => {
    const folder = useTempFolder();
    const keys: KeySettings = {
      set: 'arrows',
      changes: { 'from.another-version': ['Mod+J'], 'review.next': ['l', 'g n'] },
    };
    updateSettings(folder, { keys });
    updateSettings(folder, { theme: 'dark' });
    expect(readSettings(folder)).toMatchObject({ theme: 'dark', keys });
  });

  it.each([
    ['a theme that is none', { annotator: 'Ada', theme: 'pink' }],
    ['keys that are a number', { annotator: 'Ada', keys: 7 }],
    ['sizes of panes that are a list', { annotator: 'Ada', paneSizes: ['wide'] }],
  ])('lose %s and nothing else', (_, stored) => {
    const folder = folderWith(JSON.stringify(stored));
    expect(readSettings(folder)).toMatchObject({
      annotator: 'Ada',
      theme: 'system',
      paneSizes: {},
      keys: { set: 'standard', changes: {} },
    });
  });

  it('lose single keys that are no shortcuts', () => {
    const changes = {
      'review.next': ['l'],
      'review.previous': ['Hyper+J'],
      'review.undo': 'z',
      'review.edit': [''],
    };
    const folder = folderWith(JSON.stringify({ keys: { set: 'vim', changes } }));
    expect(readSettings(folder).keys).toEqual({ set: 'vim', changes: { 'review.next': ['l'] } });
  });

  it.each(['', '{', '[]', 'null', '7'])(
    'are the defaults again where the file holds %j, which is kept beside it',
    (text) => {
      const folder = folderWith(text);
      expect(readSettings(folder).theme).toBe('system');
      expect(existsSync(join(folder, 'settings.json'))).toBe(false);
      const [aside] = readdirSync(folder);
      expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(text);
    },
  );
});

describe('keys in a file', () => {
  const keys = { set: 'vim' as const, changes: { 'review.next': ['l'], 'some.other': [] } };

  it('come back as they were', async () => {
    const path = join(useTempFolder(), 'keys.json');
    expect(await writeKeysTo(path, keys)).toMatchObject({ ok: true });
    expect(await readKeysFrom(path)).toEqual({ ok: true, value: keys });
  });

  it.each([
    ['{', 'not JSON'],
    ['{"set": "vim", "changes": {}}', 'kind'],
    ['{"kind": "flywheel-keys", "set": "emacs", "changes": {}}', 'set'],
    [
      '{"kind": "flywheel-keys", "set": "vim", "changes": {"review.next": ["Hyper+J"]}}',
      'changes › review.next',
    ],
  ])('are refused where the file holds %s', async (text, reason) => {
    const path = join(useTempFolder(), 'keys.json');
    writeFileSync(path, text);
    const read = await readKeysFrom(path);
    expect(read).toMatchObject({ ok: false, error: { code: 'KEYS_INVALID' } });
    expect(read.ok ? '' : read.error.message).toContain(reason);
  });

  it('that are not there are a failure with a sentence', async () => {
    expect(await readKeysFrom(join(useTempFolder(), 'none.json'))).toMatchObject({
      error: { code: 'FILE_NOT_FOUND' },
    });
  });
});
