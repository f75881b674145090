import type { SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { showToast } from '../../state/toasts.ts';

/** Schemas from and to JSON files. */
export function useSchemaFiles(onRead: (schema: SchemaDraft) => void): {
  readonly read: () => Promise<void>;
  readonly write: (name: string) => Promise<void>;
} {
  const client = useClient();
  const { chooseFiles, chooseSavePath } = useFileChooser();
  return {
    async read() {
      const [path] = await chooseFiles({ title: 'Import a label schema', kind: 'data', multiple: false });
      if (path === undefined) return;
      try {
        onRead(await client.schema.read({ path }));
      } catch (error) {
        showToast(failureOf(error).message);
      }
    },
    async write(name) {
      const path = await chooseSavePath({
        title: 'Export the label schema to a file',
        suggestedName: `${name}.json`,
        extension: 'json',
      });
      if (path === null) return;
      try {
        const written = await client.schema.write({ path });
        showToast(`Version ${written.version} was written to ${written.path}`);
      } catch (error) {
        showToast(failureOf(error).message);
      }
    },
  };
}
