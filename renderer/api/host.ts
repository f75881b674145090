import { createContext, useContext } from 'react';
import type { Connection } from './client.ts';

/** The window's own abilities: native dialogs where there are some, and the paths of dropped files. */
export type Host = Pick<Connection, 'bridge' | 'pathOfFile'>;

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('There is no host above this component.');
  return host;
}
