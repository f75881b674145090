import type { PlanCode, PlanDocument } from '../../../shared/contract/plan-operations.ts';
import type { SaveExtension } from '../../../shared/contract/host-bridge.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { showToast } from '../../state/toasts.ts';

const extensions: Readonly<Record<PlanCode | PlanDocument, SaveExtension>> = {
  schema: 'json',
  typescript: 'ts',
  'typescript-otel': 'ts',
  python: 'py',
  'python-otel': 'py',
  md: 'md',
  html: 'html',
};

/** Writes the plan, or its code, to a file that the person chooses. */
export function usePlanFiles(): (what: PlanCode | PlanDocument, suggestedName: string) => Promise<void> {
  const client = useClient();
  const { chooseSavePath } = useFileChooser();
  return async (what, suggestedName) => {
    const extension = extensions[what];
    const path = await chooseSavePath({ title: 'Save the plan', suggestedName, extension });
    if (path === null) return;
    try {
      const written = await client.plan.write({ what, path });
      showToast(`Saved to ${written.path}`);
    } catch (error) {
      showToast(failureOf(error).message);
    }
  };
}
