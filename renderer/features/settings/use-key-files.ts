import type { KeySettings } from '../../../shared/domain/keys/key-settings.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { showToast } from '../../state/toasts.ts';

/** Keys from and to JSON files. */
export function useKeyFiles(onRead: (keys: KeySettings) => void): {
  readonly read: () => Promise<void>;
  readonly write: () => Promise<void>;
} {
  const client = useClient();
  const { chooseFiles, chooseSavePath } = useFileChooser();
  return {
    async read() {
      const [path] = await chooseFiles({ title: 'Import keys', kind: 'data', multiple: false });
      if (path === undefined) return;
      await orToast(async () => {
        onRead(await client.app.readKeys({ path }));
        return 'The keys of the file are in use.';
      });
    },
    async write() {
      const path = await chooseSavePath({
        title: 'Export the keys to a file',
        suggestedName: 'flywheel keys.json',
        extension: 'json',
      });
      if (path === null) return;
      await orToast(async () => `The keys were written to ${(await client.app.writeKeys({ path })).path}`);
    },
  };
}

async function orToast(work: () => Promise<string>): Promise<void> {
  showToast(await work().catch((error: unknown) => failureOf(error).message));
}
