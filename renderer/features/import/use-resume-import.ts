import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Source } from '../../../shared/contract/import-operations.ts';
import { useQueries } from '../../api/query-utils.ts';
import { addStartedImport, dropStartedImportOf } from '../../state/started-imports.ts';

/**
 * Goes on with an import that was cut off. Where its file has changed since, the file is imported in the same way from
 * its beginning; what is here already is left out.
 */
export function useResumeImport() {
  const queries = useQueries();
  const queryClient = useQueryClient();
  const start = useMutation(queries.imports.start.mutationOptions());
  const resume = ({ id, path, name, adapter, brings, mapping, options }: Source) =>
    start.mutate(
      { path, name, adapter, brings, mapping, options, resume: true },
      {
        onSuccess: (started) => {
          dropStartedImportOf(id);
          void queryClient.invalidateQueries({ queryKey: queries.jobs.key() });
          void queryClient.invalidateQueries({ queryKey: queries.imports.sources.key() });
          addStartedImport({ ...started, path });
        },
      },
    );
  return { resume, error: start.error, isPending: start.isPending };
}
