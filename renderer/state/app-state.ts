import { create } from 'zustand';
import type { Failure } from '../../shared/result/result.ts';

/** The engine as this window sees it. `restored` stays until the person has read it. */
export type EngineState = 'connected' | 'lost' | 'restored';

export interface AppState {
  readonly engine: EngineState;
  readonly openDialog: 'palette' | 'keys' | 'annotator' | 'create' | null;
  /** Why the last project did not open; `path` is set where opening it again, e.g. read-only, may help. */
  readonly openFailure: (Failure & { readonly path: string | null }) | null;
  /** The screen that a project being opened starts on. */
  readonly landing: string;
  readonly showEngine: (engine: EngineState) => void;
  readonly show: (dialog: AppState['openDialog']) => void;
}

/** What is open on top of the screens. Rows never live here. */
export const useAppState = create<AppState>()((set) => ({
  engine: 'connected',
  openDialog: null,
  openFailure: null,
  landing: '/review',
  showEngine: (engine) => set({ engine }),
  show: (openDialog) => set({ openDialog }),
}));
