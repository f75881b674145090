import { describe, expect, it } from 'vitest';
import type { FolderEntry } from '../../../shared/contract/app-operations.ts';
import {
  completeTyped,
  fileNameProblem,
  isPattern,
  joinPath,
  splitTyped,
  withExtension,
} from './file-paths.ts';

function entry(name: string, kind: FolderEntry['kind'] = 'folder'): FolderEntry {
  return { name, path: `/home/${name}`, kind, bytes: null, modifiedAt: null };
}

describe('paths of the file dialog', () => {
  it('joins with the separator the folder has', () => {
    expect(joinPath('/home/ada', 'a.jsonl')).toBe('/home/ada/a.jsonl');
    expect(joinPath('/', 'a.jsonl')).toBe('/a.jsonl');
    expect(joinPath('C:\\data', 'a.jsonl')).toBe('C:\\data\\a.jsonl');
    expect(joinPath('C:\\', 'a.jsonl')).toBe('C:\\a.jsonl');
  });

  it('splits what is typed at the last separator', () => {
    expect(splitTyped('/home/ad')).toEqual({ folder: '/home/', name: 'ad' });
    expect(splitTyped('C:\\data\\x')).toEqual({ folder: 'C:\\data\\', name: 'x' });
    expect(splitTyped('ad')).toEqual({ folder: '', name: 'ad' });
  });

  it('completes one folder with its separator and a file without', () => {
    expect(completeTyped('/home/do', '/home', [entry('Documents'), entry('music')])).toBe('/home/Documents/');
    expect(completeTyped('/home/lo', '/home', [entry('logs.jsonl', 'data')])).toBe('/home/logs.jsonl');
  });

  it('completes several as far as they agree, and leaves the unknown alone', () => {
    expect(completeTyped('/home/d', '/home', [entry('data-2025'), entry('Data-2026')])).toBe(
      '/home/data-202',
    );
    expect(completeTyped('/home/x', '/home', [entry('data')])).toBe('/home/x');
  });

  it('knows a pattern from a path', () => {
    expect(isPattern('/logs/**/*.jsonl')).toBe(true);
    expect(isPattern('C:\\logs\\{a,b}.csv')).toBe(true);
    expect(isPattern('/logs/june.jsonl')).toBe(false);
    expect(isPattern('*.jsonl')).toBe(false);
  });

  it('adds the extension once', () => {
    expect(withExtension('support', 'flywheel')).toBe('support.flywheel');
    expect(withExtension('Support.FLYWHEEL', 'flywheel')).toBe('Support.FLYWHEEL');
  });

  it('says what a name may not hold', () => {
    expect(fileNameProblem('a/b')).toContain('slashes');
    expect(fileNameProblem('a:b')).toContain('Leave out');
    expect(fileNameProblem('Support mail 2026')).toBeNull();
  });
});
