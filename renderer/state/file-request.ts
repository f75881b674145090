import { create } from 'zustand';

/** What the in-app file dialog is asked for, and where its answer goes. */
export interface FileRequest {
  readonly mode: 'open' | 'save';
  readonly title: string;
  readonly kind: 'project' | 'data' | 'export';
  readonly multiple: boolean;
  readonly suggestedName: string;
  readonly extension: string;
  readonly answer: (paths: readonly string[]) => void;
}

interface FileRequestState {
  readonly request: FileRequest | null;
}

export const useFileRequest = create<FileRequestState>()(() => ({ request: null }));

/** Opens the in-app file dialog; resolves to the chosen paths, none when it was cancelled. */
export async function askForFile(options: Omit<FileRequest, 'answer'>): Promise<readonly string[]> {
  useFileRequest.getState().request?.answer([]);
  return new Promise((resolve) => {
    const answer = (paths: readonly string[]) => {
      useFileRequest.setState({ request: null });
      resolve(paths);
    };
    useFileRequest.setState({ request: { ...options, answer } });
  });
}
