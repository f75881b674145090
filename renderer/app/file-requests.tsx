import { useCallback } from 'react';
import { failureOf } from '../api/failure.ts';
import { useClient } from '../api/query-utils.ts';
import { useFileRequest } from '../state/file-request.ts';
import { FileDialog } from '../ui/file-dialog/file-dialog.tsx';

/** Shows the in-app file dialog while something asks for a file. */
export function FileRequests() {
  const request = useFileRequest((state) => state.request);
  const client = useClient();
  const loadFolder = useCallback(
    async (path: string | undefined) => client.app.folder(path === undefined ? {} : { path }),
    [client],
  );
  if (request === null) return null;
  const { answer, ...options } = request;
  return (
    <FileDialog
      {...options}
      key={options.title}
      loadFolder={loadFolder}
      describeFailure={describeFailure}
      onAnswer={answer}
    />
  );
}

function describeFailure(error: unknown): string {
  return failureOf(error).message;
}
