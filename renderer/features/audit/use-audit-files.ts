import type { AuditFormat } from '../../../shared/contract/audit-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { showToast } from '../../state/toasts.ts';

/** Writes the audit to a file that the person chooses. */
export function useAuditFiles(): { readonly save: (project: string, format: AuditFormat) => Promise<void> } {
  const client = useClient();
  const { chooseSavePath } = useFileChooser();
  return {
    async save(project, format) {
      const path = await chooseSavePath({
        title: `Save the audit as ${format === 'md' ? 'Markdown' : 'HTML'}`,
        suggestedName: `Data audit of ${project}.${format}`,
        extension: format,
      });
      if (path === null) return;
      try {
        const written = await client.audit.write({ format, path });
        showToast(`Saved to ${written.path}`);
      } catch (error) {
        showToast(failureOf(error).message);
      }
    },
  };
}
