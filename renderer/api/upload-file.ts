import { engineUnreachable, toContractError } from '../../shared/contract/engine-failure.ts';
import { uploadPath, type UploadAnswer } from '../../shared/contract/loopback.ts';

export interface UploadOptions {
  readonly signal?: AbortSignal;
  /** Told how many bytes have been sent, again and again. */
  readonly onProgress?: (sentBytes: number) => void;
}

/**
 * Copies a dropped file to the loopback host; resolves to its path there, rejects with the host's sentence. By
 * XMLHttpRequest, because fetch does not tell how much of a body was sent.
 */
export async function uploadFile(
  origin: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  { signal, onProgress }: UploadOptions = {},
): Promise<string> {
  signal?.throwIfAborted();
  const answer = await new Promise<unknown>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal?.addEventListener('abort', abort, { once: true });
    request.upload.addEventListener('progress', ({ loaded }) => onProgress?.(loaded));
    request.addEventListener('load', () => resolve(request.response));
    request.addEventListener('error', () => reject(toContractError(engineUnreachable)));
    request.addEventListener('abort', () => reject(signal?.reason));
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    request.open('POST', `${origin}${uploadPath}?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(file);
  });
  if (isUploadAnswer(answer)) return answer.path;
  throw readFailure(answer);
}

function isUploadAnswer(value: unknown): value is UploadAnswer {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

function readFailure(answer: unknown): Error {
  const json: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'json') : null;
  const message: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'message') : null;
  return typeof message === 'string'
    ? toContractError({ code: 'FILE_UNREADABLE', message })
    : toContractError(engineUnreachable);
}
