import { failureOf } from '../../api/failure.ts';
import { useClient } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { showToast } from '../../state/toasts.ts';

/** Writes the digest of the latest complete week to a file that the person chooses. */
export function useVelocityFiles(): { readonly save: (format: 'md' | 'html') => Promise<void> } {
  const client = useClient();
  const { chooseSavePath } = useFileChooser();
  return {
    async save(format) {
      const path = await chooseSavePath({
        title: `Save the digest as ${format === 'md' ? 'Markdown' : 'HTML'}`,
        suggestedName: `Velocity digest.${format}`,
        extension: format,
      });
      if (path === null) return;
      try {
        const written = await client.velocity.writeDigest({ format, path });
        showToast(`Saved ${written.week} to ${written.path}`);
      } catch (error) {
        showToast(failureOf(error).message);
      }
    },
  };
}
