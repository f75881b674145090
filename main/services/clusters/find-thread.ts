import { pagesInThread } from '../imports/pages-in-thread.ts';
import type { FoundPage } from './found-pages.ts';

/** `foundPages` in a thread of its own, a few pages ahead. Leaving the iteration ends the thread. */
export function findApart(projectPath: string, from: number): AsyncGenerator<FoundPage> {
  return pagesInThread(workerUrl(), { projectPath, from });
}

/** Beside this file, also where both are built. */
function workerUrl(from: string = import.meta.url): URL {
  return new URL(from.endsWith('.ts') ? './find-worker.ts' : './find-worker.js', from);
}
