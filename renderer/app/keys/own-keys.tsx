import { type ReactNode, useCallback, useEffect } from 'react';
import { standardKeys } from '../../../shared/domain/keys/key-settings.ts';
import { useSettings } from '../../api/use-settings.ts';
import { CommandKeys } from '../../ui/keys/command-keys.ts';
import { keyMap } from '../key-map.ts';
import { ownKeys, shownKeys } from './key-sets.ts';

/** Gives commands the keys that this person has for them, and shows those wherever a key is shown. */
export function OwnKeys({ children }: { readonly children: ReactNode }) {
  const keys = useSettings().settings?.keys ?? standardKeys;
  useEffect(() => keyMap.setKeys((id, standard) => ownKeys(keys, id, standard)), [keys]);
  const shown = useCallback((id: string) => shownKeys(keys, id), [keys]);
  return <CommandKeys value={shown}>{children}</CommandKeys>;
}
