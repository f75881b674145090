import type { WeeklyFormat } from '../../../shared/contract/weekly-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { showToast } from '../../state/toasts.ts';

/** Writes a week to a file that the person chooses. */
export function useWeeklyFiles(): { readonly save: (week: string, format: WeeklyFormat) => Promise<void> } {
  const client = useClient();
  const { chooseSavePath } = useFileChooser();
  return {
    async save(week, format) {
      const path = await chooseSavePath({
        title: `Save the week as ${format === 'md' ? 'Markdown' : 'HTML'}`,
        suggestedName: `Weekly review ${week}.${format}`,
        extension: format,
      });
      if (path === null) return;
      try {
        const written = await client.weekly.write({ week, format, path });
        showToast(`Saved to ${written.path}`);
      } catch (error) {
        showToast(failureOf(error).message);
      }
    },
  };
}
