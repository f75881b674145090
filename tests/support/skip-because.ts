import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    skipReason?: string;
  }
}

/** Skips the running test and has `npm test` list it with this reason. */
export function skipBecause(context: TestContext, reason: string): void {
  context.task.meta.skipReason = reason;
  context.skip(reason);
}
