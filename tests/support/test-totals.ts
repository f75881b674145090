import { z } from 'zod';

/** What vitest's JSON reporter writes, as far as it is counted here. */
const resultsSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.enum(['passed', 'failed', 'skipped', 'pending', 'todo', 'disabled']),
          fullName: z.string(),
          meta: z.looseObject({ skipReason: z.string().optional() }).optional(),
        }),
      ),
    }),
  ),
});

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** One line a test: its name, and the reason where it gave one. */
  readonly skipped: readonly string[];
}

/** Counts the tests of one run; throws where the text is not what the reporter writes. */
export function countTests(json: string): Totals {
  const { testResults } = resultsSchema.parse(JSON.parse(json));
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const file of testResults) {
    const failedHere = file.assertionResults.filter(({ status }) => status === 'failed').length;
    passed += file.assertionResults.filter(({ status }) => status === 'passed').length;
    // A file that could not be loaded, or whose preparation failed, has no failed test of its own.
    failed += file.status === 'failed' && failedHere === 0 ? 1 : failedHere;
    for (const test of file.assertionResults) {
      if (test.status === 'passed' || test.status === 'failed') continue;
      const reason = test.meta?.skipReason;
      skipped.push(`${test.fullName}${reason === undefined ? '' : `: ${reason}`}`);
    }
  }
  return { passed, failed, skipped };
}
