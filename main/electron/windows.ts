import type { BrowserWindow } from 'electron';
import type { HostCommand } from '../../shared/contract/host-bridge.ts';
import { appOrigin } from './app-scheme.ts';
import { channels } from './channels.ts';
import type { ElectronModule } from './electron-module.ts';
import { confineContents } from './lockdown.ts';
import { loadWindowState, minimumSize, saveWindowState } from './window-state.ts';

export interface WindowsOptions {
  readonly electron: Pick<ElectronModule, 'BrowserWindow' | 'screen'>;
  readonly preload: string;
  readonly icon: string;
  readonly stateFile: string;
  readonly openExternal: (url: string) => Promise<unknown>;
}

export interface Windows {
  open(): void;
  /** Sends a command to the window in use, as soon as its page listens; opens a window where there is none. */
  send(command: HostCommand): void;
  /** The page of these contents listens for commands now. */
  ready(contentsId: number): void;
  focus(): void;
  isOwn(contentsId: number): boolean;
  count(): number;
}

interface OwnWindow {
  readonly window: BrowserWindow;
  listening: boolean;
  waiting: HostCommand[];
}

/** Pages that die more often than this are not loaded again. */
const reloadPauseMs = 60_000;

/** The set of our windows. All of them look at the same engine. */
export function createWindows(options: WindowsOptions): Windows {
  const { BrowserWindow, screen } = options.electron;
  const own = new Map<number, OwnWindow>();
  const windows: Windows = {
    open() {
      const state = loadWindowState(
        options.stateFile,
        screen.getAllDisplays().map((display) => display.workArea),
      );
      const offset = own.size * 24;
      const window = new BrowserWindow({
        width: state.width,
        height: state.height,
        ...(state.x === null || state.y === null ? {} : { x: state.x + offset, y: state.y + offset }),
        minWidth: minimumSize.width,
        minHeight: minimumSize.height,
        show: false,
        title: 'Flywheel',
        icon: options.icon,
        // What shows before the first paint, so that a dark theme does not flash.
        backgroundColor: '#17171a',
        webPreferences: {
          preload: options.preload,
          contextIsolation: true,
          sandbox: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          allowRunningInsecureContent: false,
          webviewTag: false,
          navigateOnDragDrop: false,
          spellcheck: false,
        },
      });
      own.set(window.webContents.id, { window, listening: false, waiting: [] });
      follow(window);
      if (state.maximized) window.maximize();
      void window.loadURL(`${appOrigin}/`);
    },
    send(command) {
      const target = inUse();
      if (!target) windows.open();
      const entry = target ?? inUse();
      if (!entry) return;
      if (entry.listening) entry.window.webContents.send(channels.command, command);
      else entry.waiting.push(command);
    },
    ready(contentsId) {
      const entry = own.get(contentsId);
      if (!entry) return;
      entry.listening = true;
      for (const command of entry.waiting.splice(0)) entry.window.webContents.send(channels.command, command);
    },
    focus() {
      const window = inUse()?.window;
      if (!window) return windows.open();
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    isOwn: (contentsId) => own.has(contentsId),
    count: () => own.size,
  };
  return windows;

  function inUse(): OwnWindow | undefined {
    const entries = [...own.values()];
    return entries.find(({ window }) => window.isFocused()) ?? entries.at(-1);
  }

  function follow(window: BrowserWindow): void {
    const contents = window.webContents;
    const { id } = contents;
    let reloadedAt = Number.NEGATIVE_INFINITY;
    confineContents(contents, options.openExternal);
    window.once('ready-to-show', () => window.show());
    window.on('close', () => {
      const { x, y, width, height } = window.getNormalBounds();
      saveWindowState(options.stateFile, { x, y, width, height, maximized: window.isMaximized() });
    });
    window.on('closed', () => own.delete(id));
    contents.on('did-start-loading', () => {
      const entry = own.get(id);
      if (entry) entry.listening = false;
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      console.error(`[window] its page ended: ${reason}`);
      // What was saved is in the project; loading the page again brings the person back to it.
      if (reason === 'clean-exit' || Date.now() - reloadedAt < reloadPauseMs) return;
      reloadedAt = Date.now();
      contents.reload();
    });
  }
}
