import { createContext, useContext } from 'react';

/** The key that runs a command for this person, by the command's id; undefined where it has none. */
export const CommandKeys = createContext<(id: string) => string | undefined>(() => undefined);

export function useKeysOf(command: string | undefined): string | undefined {
  const keysOf = useContext(CommandKeys);
  return command === undefined ? undefined : keysOf(command);
}
