import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderEntry } from '../../../shared/contract/app-operations.ts';

export interface FolderView {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly FolderEntry[];
  readonly places: readonly { readonly name: string; readonly path: string }[];
}

export interface FolderState {
  readonly folder: FolderView | null;
  readonly problem: string | null;
  readonly isLoading: boolean;
  /** Goes to a folder; where the path is that of a file (the engine then lists its folder), stays and says so. */
  readonly goTo: (path: string | undefined) => Promise<Arrival>;
}

export type Arrival =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'nowhere' };

/** The folder on show; what the last request asked for wins. */
export function useFolder(
  loadFolder: (path: string | undefined) => Promise<FolderView>,
  describeFailure: (error: unknown) => string,
): FolderState {
  const [folder, setFolder] = useState<FolderView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(true);
  const latest = useRef(0);

  const load = useCallback(
    async (path: string | undefined): Promise<Arrival> => {
      latest.current += 1;
      const request = latest.current;
      try {
        const view = await loadFolder(path);
        const file = view.entries.find((entry) => entry.kind !== 'folder' && entry.path === path);
        if (file !== undefined) return { kind: 'file', path: file.path };
        if (request === latest.current) {
          setFolder(view);
          setProblem(null);
        }
        return { kind: 'folder' };
      } catch (error) {
        if (request === latest.current) setProblem(describeFailure(error));
        return { kind: 'nowhere' };
      } finally {
        if (request === latest.current) setIsLoading(false);
      }
    },
    [loadFolder, describeFailure],
  );

  const goTo = useCallback(
    async (path: string | undefined) => {
      setIsLoading(true);
      return load(path);
    },
    [load],
  );

  useEffect(() => {
    // Sets state only when the folder has been read.
    // oxlint-disable-next-line react/set-state-in-effect
    void load(undefined);
  }, [load]);

  return { folder, problem, isLoading, goTo };
}
