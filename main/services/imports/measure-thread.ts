import type { MeasuredPage } from './measured-pages.ts';
import { pagesInThread } from './pages-in-thread.ts';

/** `measuredPages` in a thread of its own, a few pages ahead. Leaving the iteration ends the thread. */
export function measureApart(projectPath: string, from: number): AsyncGenerator<MeasuredPage> {
  return pagesInThread(workerUrl(), { projectPath, from });
}

/** Beside this file, also where both are built. */
function workerUrl(from: string = import.meta.url): URL {
  return new URL(from.endsWith('.ts') ? './measure-worker.ts' : './measure-worker.js', from);
}
