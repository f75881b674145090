import { z } from 'zod';
import type { ProjectInfo } from '../../../shared/contract/project-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { checkProject } from '../../services/project/check-project.ts';
import { createProject } from '../../services/project/create-project.ts';
import { forgetProject, recentProjects, rememberProject } from '../../services/project/recent-projects.ts';
import { ensureSampleProject } from '../../services/project/sample-project.ts';
import { projectStats } from '../../services/stats/project-stats.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createProjectHandlers(state: EngineState) {
  const { project } = operations;
  const { dataFolder, resourcesFolder, version } = state.options;
  const { device } = state;

  const open = async (path: string, readOnly: boolean): Promise<ProjectInfo> => {
    const info = unwrap(await state.open(path, { readOnly }));
    rememberProject(dataFolder, { path: info.path, name: info.name, openedAt: Date.now() });
    return info;
  };

  return {
    current: project.current.handler(() => state.project()?.info ?? null),
    recent: project.recent.handler(() => recentProjects(dataFolder)),
    forgetRecent: project.forgetRecent.handler(({ input }) => {
      forgetProject(dataFolder, input.path);
      return recentProjects(dataFolder);
    }),
    create: project.create.handler(async ({ input }) => {
      const path = unwrap(createProject({ path: input.path, name: input.name, device, resourcesFolder }));
      return open(path, false);
    }),
    open: project.open.handler(async ({ input }) => open(input.path, input.readOnly ?? false)),
    openSample: project.openSample.handler(async () => {
      const path = unwrap(await ensureSampleProject({ dataFolder, resourcesFolder, device, version }));
      return open(path, false);
    }),
    close: project.close.handler(async () => {
      await state.closeProject();
      return null;
    }),
    check: project.check.handler(() => checkProject(unwrap(state.requireProject()).database)),
    backup: project.backup.handler(async ({ input }) => unwrap(await backUp(state, input.path))),
    stats: project.stats.handler(() => projectStats(unwrap(state.requireProject()).database)),
  };
}

/** In a job, so that labelling goes on while a large project is copied. */
async function backUp(state: EngineState, path: string): Promise<Result<{ path: string; bytes: number }>> {
  const opened = state.requireProject();
  if (!opened.ok) return opened;
  const { id } = state.jobs.start(opened.value, {
    kind: 'backup',
    title: `Backup to ${path}`,
    unit: 'bytes',
    input: { path },
  });
  const job = await state.jobs.whenDone(id);
  if (job?.error) return { ok: false, error: job.error };
  return succeed(backupResult.parse(job?.result));
}

const backupResult = z.object({ path: z.string(), bytes: z.int() });
