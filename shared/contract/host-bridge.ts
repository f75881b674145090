/**
 * What the Electron preload offers the page besides the contract's port: native dialogs and the few things only
 * a window can do. In a browser it is absent, and the renderer uses its own file dialog and uploads.
 */
export interface HostBridge {
  readonly platform: string;
  /** Asks for a fresh MessagePort to the engine; it arrives as a window message `flywheel:port`. */
  requestPort(): void;
  chooseFiles(options: ChooseFilesOptions): Promise<readonly string[]>;
  chooseSavePath(options: ChooseSavePathOptions): Promise<string | null>;
  /** The path of a dropped file. */
  pathOfFile(file: unknown): string;
  /** Asks the user, then opens an https address in the system's browser. */
  openExternal(url: string): Promise<boolean>;
  /** Menu commands and files the system asked to open. Returns the unsubscribe function. */
  onCommand(listener: (command: HostCommand) => void): () => void;
}

export interface ChooseFilesOptions {
  readonly title: string;
  readonly kind: 'project' | 'data';
  readonly multiple: boolean;
}

/** How names of files that are saved may end; a folder has no ending. */
export const saveExtensions = [
  'flywheel',
  'jsonl',
  'jsonl.gz',
  'jsonl.zst',
  'parquet',
  'csv',
  'json',
  'md',
  'html',
  'txt',
  'ts',
  'py',
  'svg',
  'png',
  '',
] as const;
export type SaveExtension = (typeof saveExtensions)[number];

export interface ChooseSavePathOptions {
  readonly title: string;
  readonly suggestedName: string;
  readonly extension: SaveExtension;
}

export type HostCommand =
  | { readonly type: 'open-project'; readonly path: string }
  | {
      readonly type: 'menu';
      readonly command:
        | 'new-project'
        | 'open-project'
        | 'import'
        | 'export'
        | 'undo'
        | 'redo'
        | 'palette'
        | 'shortcuts'
        | 'close-project';
    };

/** Message the preload posts to the page when the engine's port is there; the port travels with it. */
export const portMessage = 'flywheel:port';

/** Posted instead when there will be no port: the engine stays stopped. */
export const portRefusedMessage = 'flywheel:port-refused';
