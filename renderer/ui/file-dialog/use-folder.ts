import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderEntry } from '../../../shared/contract/app-operations.ts';
import { splitTyped } from './file-paths.ts';

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
  /** Goes to a folder. Where the path is that of a file, goes to its folder and resolves to the file's path. */
  readonly goTo: (path: string | undefined) => Promise<string | null>;
}

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
    async (path: string | undefined): Promise<string | null> => {
      latest.current += 1;
      const request = latest.current;
      try {
        const view = await loadFolder(path);
        if (request === latest.current) {
          setFolder(view);
          setProblem(null);
        }
        return null;
      } catch (error) {
        const file = path === undefined ? null : await findFile(path, loadFolder);
        if (file === null && request === latest.current) setProblem(describeFailure(error));
        return file;
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

async function findFile(
  path: string,
  loadFolder: (path: string) => Promise<FolderView>,
): Promise<string | null> {
  const { folder, name } = splitTyped(path);
  if (folder === '') return null;
  try {
    const view = await loadFolder(folder);
    return view.entries.find((entry) => entry.kind !== 'folder' && entry.name === name)?.path ?? null;
  } catch {
    return null;
  }
}
