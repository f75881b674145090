import { create } from 'zustand';

/** The engine as this window sees it. `restored` stays until the person has read it. */
export type EngineState = 'connected' | 'lost' | 'restored';

export interface AppState {
  readonly engine: EngineState;
  readonly openDialog: 'palette' | 'keys' | 'annotator' | null;
  readonly showEngine: (engine: EngineState) => void;
  readonly show: (dialog: AppState['openDialog']) => void;
}

/** What is open on top of the screens. Rows never live here. */
export const useAppState = create<AppState>()((set) => ({
  engine: 'connected',
  openDialog: null,
  showEngine: (engine) => set({ engine }),
  show: (openDialog) => set({ openDialog }),
}));
