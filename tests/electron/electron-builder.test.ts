/* oxlint-disable typescript/no-unsafe-type-assertion -- modules without types */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const builder = createRequire(import.meta.url);
const { load } = builder('js-yaml') as { load: (text: string) => unknown };

const fusesSchema = z.record(z.string(), z.boolean());
const configSchema = z.looseObject({
  files: z.array(z.string()),
  fileAssociations: z.array(z.object({ ext: z.string() })),
  electronFuses: fusesSchema,
  linux: z.looseObject({ target: z.array(z.string()), icon: z.string() }),
  mac: z.looseObject({ target: z.array(z.object({ target: z.string(), arch: z.string() })) }),
  win: z.looseObject({ target: z.array(z.object({ target: z.string() })) }),
});

const config = configSchema.parse(load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')));

test('every fuse that Electron has is set, and to the safe side', () => {
  // Against Electron's own list, so that a new fuse is a decision and not an oversight.
  const { FuseV1Options } = builder('@electron/fuses') as { FuseV1Options: Record<string, number | string> };
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  expect(known.length).toBeGreaterThanOrEqual(8);
  const set = Object.keys(config.electronFuses).map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  expect(set.toSorted()).toEqual(known.toSorted());
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('electron-builder accepts the configuration', async () => {
  const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
    validateConfiguration: (config: unknown, debugLogger: unknown) => Promise<void>;
  };
  const logger = { isEnabled: false, add: () => {} };
  await validateConfiguration(config, logger);
  await expect(validateConfiguration({ ...config, notAnOption: true }, logger)).rejects.toThrow(
    /notAnOption/,
  );
});

test('the targets are the promised ones, and their icon is there', () => {
  expect(config.linux.target).toEqual(['AppImage', 'deb']);
  expect(config.mac.target).toEqual([{ target: 'dmg', arch: 'universal' }]);
  expect(config.win.target.map(({ target }) => target)).toEqual(['nsis']);
  expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['flywheel']);
  expect(existsSync(join(root, config.linux.icon))).toBe(true);
});

test('what is packed is what is loaded', () => {
  for (const needed of ['dist/**/*', 'resources/**/*', 'package.json'])
    expect(config.files).toContain(needed);
  expect(config.files.some((pattern) => pattern.startsWith('node_modules/better-sqlite3/'))).toBe(true);
});
