import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * One configuration, three environments: `client` (renderer), `node` (every Node entry) and `preload`
 * (CommonJS, because a sandboxed Electron preload cannot be an ES module).
 */
const here = import.meta.dirname;
const external = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

export default defineConfig({
  root: resolve(here, 'renderer'),
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['module', 'import'] },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: resolve(here, 'dist/renderer'),
        emptyOutDir: true,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
      },
    },
    node: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        ssr: true,
        target: 'node24',
        minify: false,
        sourcemap: true,
        outDir: resolve(here, 'dist/main'),
        emptyOutDir: true,
        rolldownOptions: {
          external,
          input: {
            start: resolve(here, 'main/start.ts'),
            cli: resolve(here, 'main/cli/main.ts'),
            loopback: resolve(here, 'main/loopback/main.ts'),
            electron: resolve(here, 'main/electron/main.ts'),
            'engine-worker': resolve(here, 'main/engine/engine-worker.ts'),
            'job-worker': resolve(here, 'main/engine/job-worker.ts'),
            'reading-worker': resolve(here, 'main/engine/reading-worker.ts'),
            'row-worker': resolve(here, 'main/services/imports/row-worker.ts'),
            'measure-worker': resolve(here, 'main/services/imports/measure-worker.ts'),
            'find-worker': resolve(here, 'main/services/clusters/find-worker.ts'),
            'cluster-worker': resolve(here, 'main/services/clusters/cluster-worker.ts'),
          },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external },
      build: {
        ssr: true,
        target: 'node24',
        minify: false,
        outDir: resolve(here, 'dist/preload'),
        emptyOutDir: true,
        rolldownOptions: {
          external,
          input: { preload: resolve(here, 'main/electron/preload.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
});
