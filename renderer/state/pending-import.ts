import { create } from 'zustand';

export interface CopyingFile {
  readonly name: string;
  readonly bytes: number;
  readonly copied: number;
  readonly cancel: () => void;
}

interface PendingImport {
  /** Files somebody dropped or chose, as the engine can read them; the import screen works through them. */
  readonly paths: readonly string[];
  /** Sentence on a file that could not be taken. */
  readonly problem: string | null;
  /** A dropped file that is being copied to the host; null where none is. */
  readonly copying: CopyingFile | null;
}

export const usePendingImport = create<PendingImport>()(() => ({ paths: [], problem: null, copying: null }));

export function addPendingFiles(paths: readonly string[]): void {
  usePendingImport.setState((state) => ({
    paths: [...state.paths, ...paths.filter((path) => !state.paths.includes(path))],
    problem: null,
  }));
}

export function dropPendingFile(path: string): void {
  usePendingImport.setState((state) => ({ paths: state.paths.filter((known) => known !== path) }));
}
