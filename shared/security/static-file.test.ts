import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveStaticFile } from './static-file.ts';

describe('resolveStaticFile', () => {
  test('routes of the app mean the page', () => {
    expect(resolveStaticFile('/')?.path).toBe('index.html');
    expect(resolveStaticFile('/review/0190-abc')?.path).toBe('index.html');
  });

  test('assets keep their path and say that they never change', () => {
    expect(resolveStaticFile('/assets/index-AbC.js')).toEqual({
      path: 'assets/index-AbC.js',
      contentType: 'text/javascript; charset=utf-8',
      immutable: true,
    });
    expect(resolveStaticFile('/icon.svg')?.immutable).toBe(false);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%5c..%5cx.js',
    '/c:/windows/x.js',
    '/.git/x.json',
    '/assets/x.js%00.png',
    '/%E0%A4%A',
    '/data.flywheel',
    'package.json',
  ])('%s is nothing', (path) => {
    expect(resolveStaticFile(path)).toBeNull();
  });

  test('no path leaves the folder', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '\\', 'a.js', 'a'), fc.string());
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const file = resolveStaticFile(`/${parts.join('/')}`);
        if (!file) return;
        const resolved = new URL(file.path, 'file:///root/renderer/').pathname;
        expect(resolved.startsWith('/root/renderer/')).toBe(true);
        expect(file.path.split('/')).not.toContain('..');
      }),
    );
  });
});
