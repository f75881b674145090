import { defineConfig } from 'vitest/config';

/**
 * One project per environment. `e2e` and `integration` need a built tree and real processes, so they are named
 * apart and run one file at a time.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'shared',
          include: ['shared/**/*.test.ts'],
          environment: 'node',
          // Pure functions: their files share a process, which halves the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'main',
          include: ['main/**/*.test.ts', 'bench/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'renderer',
          include: ['renderer/**/*.test.ts', 'renderer/**/*.test.tsx'],
          // What needs a document says so at its top: making one takes longer than most tests.
          environment: 'node',
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{architecture,cli,contract,crash,data,electron,fuzz,start}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
