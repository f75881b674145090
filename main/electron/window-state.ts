import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const windowStateSchema = z.object({
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});

/** Where the window was; x and y null: where the system puts it. */
export type WindowState = z.infer<typeof windowStateSchema>;

export const minimumSize = { width: 900, height: 600 } as const;

const firstState: WindowState = { x: null, y: null, width: 1280, height: 860, maximized: false };

/** The stored state where it still makes sense on these screens, else the first one. */
export function loadWindowState(file: string, workAreas: readonly Rectangle[]): WindowState {
  const stored = readState(file);
  if (!stored) return firstState;
  const width = Math.max(stored.width, minimumSize.width);
  const height = Math.max(stored.height, minimumSize.height);
  const state = { ...stored, width, height };
  return isOnScreen(state, workAreas) ? state : { ...state, x: null, y: null };
}

/** Atomic; a failure is not worth a word to the person. */
export function saveWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch (error) {
    console.error('[window] its place could not be stored:', error);
  }
}

/** Whether enough of the title bar lies on a screen to take hold of it. */
export function isOnScreen(state: WindowState, workAreas: readonly Rectangle[]): boolean {
  const { x, y, width } = state;
  if (x === null || y === null) return false;
  return workAreas.some((area) => {
    const shared = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    return shared >= 100 && y >= area.y - 8 && y <= area.y + area.height - 40;
  });
}

function readState(file: string): WindowState | null {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
