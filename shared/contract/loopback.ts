/** What the page and the loopback host agree on. */

/** Header that carries the token of the address on every request but those for the page's own files. */
export const tokenHeader = 'x-flywheel-token';

/** Key in the address's fragment: `http://127.0.0.1:PORT/#token=...`. A fragment is never sent to a server. */
export const tokenKey = 'token';

export const rpcPath = '/rpc';

/** `POST /upload?name=FILE` with the file as body; answers `UploadAnswer`. */
export const uploadPath = '/upload';

/** Where the uploaded file lies until the host ends. */
export interface UploadAnswer {
  readonly path: string;
}
