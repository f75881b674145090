import type { RefObject } from 'react';
import { useCommands } from '../../app/key-map.ts';
import { fewShotCommand } from './few-shot-commands.ts';

/** The key that goes to the conditions. */
export function useSearchCommand(field: RefObject<HTMLInputElement | null>): void {
  useCommands('few-shot.form', [fewShotCommand('search', () => focusOn(field))]);
}

function focusOn(field: RefObject<HTMLInputElement | null>): void {
  field.current?.focus();
}
