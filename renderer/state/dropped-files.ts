import { create } from 'zustand';

interface DroppedFiles {
  /** Takes the path of a file of data in place of the import; null where none does. */
  readonly take: ((path: string) => void) | null;
}

export const useDroppedFiles = create<DroppedFiles>()(() => ({ take: null }));

/** Has files of data that are dropped on the window given to `take`, until the returned function is called. */
export function takeDroppedFiles(take: (path: string) => void): () => void {
  useDroppedFiles.setState({ take });
  return () => {
    if (useDroppedFiles.getState().take === take) useDroppedFiles.setState({ take: null });
  };
}
