import { create } from 'zustand';

/** Imports started from this window whose end the person has not put away yet. */
export interface StartedImport {
  readonly jobId: string;
  readonly sourceId: string | null;
  readonly path: string;
}

interface StartedImports {
  readonly started: readonly StartedImport[];
}

export const useStartedImports = create<StartedImports>()(() => ({ started: [] }));

export function addStartedImport(started: StartedImport): void {
  useStartedImports.setState((state) => ({ started: [started, ...state.started] }));
}

export function dropStartedImport(jobId: string): void {
  useStartedImports.setState((state) => ({
    started: state.started.filter((known) => known.jobId !== jobId),
  }));
}

/** After the import of a source was taken back, what came of it is of no use any more. */
export function dropStartedImportOf(sourceId: string): void {
  useStartedImports.setState((state) => ({
    started: state.started.filter((known) => known.sourceId !== sourceId),
  }));
}

/** Another project was opened; its imports are none of these. */
export function dropStartedImports(): void {
  useStartedImports.setState({ started: [] });
}
