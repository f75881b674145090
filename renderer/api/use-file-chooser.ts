import { useMemo } from 'react';
import type { SaveExtension } from '../../shared/contract/host-bridge.ts';
import { askForFile } from '../state/file-request.ts';
import { useHost } from './host.ts';

export interface FileChooser {
  readonly chooseFiles: (options: {
    readonly title: string;
    readonly kind: 'project' | 'data';
    readonly multiple: boolean;
  }) => Promise<readonly string[]>;
  /** Null when cancelled. Whoever chose an existing file has agreed to replace it. */
  readonly chooseSavePath: (options: {
    readonly title: string;
    readonly suggestedName: string;
    readonly extension: SaveExtension;
  }) => Promise<string | null>;
}

/** Native dialogs where the window has them, the app's own otherwise. */
export function useFileChooser(): FileChooser {
  const { bridge } = useHost();
  return useMemo(
    () =>
      bridge ?? {
        chooseFiles: async (options) =>
          askForFile({ ...options, mode: 'open', suggestedName: '', extension: '' }),
        chooseSavePath: async (options) => {
          const kind = options.extension === 'flywheel' ? 'project' : 'export';
          const [path] = await askForFile({ ...options, mode: 'save', kind, multiple: false });
          return path ?? null;
        },
      },
    [bridge],
  );
}
