import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../../../shared/contract/project-operations.ts';
import { readDataFile, writeDataFile } from '../app/data-file.ts';

/** Projects opened on this machine, the last one first. */
export function recentProjects(dataFolder: string): RecentProject[] {
  return readRecent(dataFolder).map(({ path, name, openedAt }) => ({
    path,
    name,
    openedAt,
    exists: existsSync(path),
  }));
}

export function rememberProject(dataFolder: string, project: RecentEntry): void {
  const others = readRecent(dataFolder).filter(({ path }) => path !== project.path);
  writeDataFile(recentPath(dataFolder), [project, ...others].slice(0, maxRecent));
}

/** Takes a project off the list; the file itself is not touched. */
export function forgetProject(dataFolder: string, path: string): void {
  const others = readRecent(dataFolder).filter((project) => project.path !== path);
  writeDataFile(recentPath(dataFolder), others);
}

const recentEntry = z.object({ path: z.string(), name: z.string(), openedAt: z.int() });
type RecentEntry = z.infer<typeof recentEntry>;

const maxRecent = 20;

function readRecent(dataFolder: string): RecentEntry[] {
  return readDataFile(recentPath(dataFolder), z.array(recentEntry), []);
}

function recentPath(dataFolder: string): string {
  return join(dataFolder, 'recent-projects.json');
}
