import type { Client } from '../../../shared/contract/contract.ts';
import { toContractError } from '../../../shared/contract/engine-failure.ts';
import { weekDay } from '../../../shared/domain/time/iso-week.ts';
import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { printable } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface WeeklyOptions {
  /** Such as `2026-W40`; the newest week with interactions where it is left out. */
  readonly week?: string;
  readonly html?: boolean;
  readonly json?: boolean;
}

/** What went wrong in a week: a document, or with --json the figures. */
export async function showWeekly(project: string, options: WeeklyOptions): Promise<Answer> {
  const { week: named, html = false, json = false } = options;
  if (named !== undefined && weekDay(named) === null)
    throw new UsageError({ message: `There is no week "${named}". Weeks are named like 2026-W40.` });
  return withProject(project, 'read', async (client) => {
    const week = named ?? (await newestWeek(client));
    if (json) return { json: await client.weekly.report({ week }), text: '' };
    const { text } = await client.weekly.document({ week, format: html ? 'html' : 'md' });
    return { json: null, text: printable(text) };
  });
}

async function newestWeek(client: Client): Promise<string> {
  const { weeks, withoutTime } = await client.weekly.weeks();
  const [newest] = weeks;
  if (newest !== undefined) return newest.week;
  throw toContractError({
    code: 'INPUT_INVALID',
    message:
      withoutTime === 0
        ? 'The project has no interactions yet. Import some first.'
        : 'No interaction of the project has a time, so there is no week to review. Import a file with a column for it.',
  });
}
