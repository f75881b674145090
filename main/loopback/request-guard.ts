import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { tokenHeader } from '../../shared/contract/loopback.ts';

/**
 * Whether a request names us by an address that only this machine resolves to us. A page of another site that
 * points its own name at 127.0.0.1 (DNS rebinding) sends that name as Host, and its own address as Origin.
 */
export function isOwnAddress(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((name) => origin === `http://${name}`);
}

/**
 * Whether a request that changes or reads data comes from our own page: it carries the token, and the browser
 * (where it says so) does not call it a request from another site.
 */
export function isAuthorised(headers: IncomingHttpHeaders, token: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const given = headers[tokenHeader];
  if (typeof given !== 'string') return false;
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}
