/* oxlint-disable typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion -- a stand-in has only the part of Electron that the app uses */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  HandlerDetails,
  IpcMain,
  MenuItemConstructorOptions,
  MessageChannelMain,
  MessagePortMain,
  Protocol,
  Screen,
  Session,
  Shell,
  UtilityProcess,
  WebContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron';
import { vi } from 'vitest';
import type { ElectronModule } from '../../main/electron/electron-module.ts';
import { strict } from './strict.ts';

/**
 * The part of Electron that the shell uses, over Node: windows without pixels, utility processes as worker threads,
 * ports as Node's. Every piece satisfies Electron's own types for what it has, and throws on what it has not.
 */
export interface ElectronStandIn {
  readonly electron: ElectronModule;
  readonly app: EventEmitter;
  readonly windows: StandInWindow[];
  readonly engines: Worker[];
  readonly dialog: {
    [K in 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog']: ReturnType<typeof vi.fn>;
  };
  readonly openedExternally: string[];
  readonly menu: () => readonly MenuItemConstructorOptions[];
  readonly session: { permission: PermissionHandlers };
  readonly schemes: string[];
  fetchPage(url: string, method?: string): Promise<Response>;
  /** As a page's preload would send. */
  send(channel: string, from: Sender): void;
  invoke(channel: string, from: Sender, argument: unknown): Promise<unknown>;
  readonly quits: () => number;
}

export interface StandInWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly window: BrowserWindow;
  readonly events: EventEmitter;
  readonly contents: EventEmitter;
  readonly contentsId: number;
  readonly loaded: string[];
  readonly sent: { channel: string; message: unknown }[];
  readonly open: (url: string) => WindowOpenHandlerResponse;
  readonly frame: StandInFrame;
  /** The sender that this window's own page is. */
  readonly sender: Sender;
  reloads: number;
}

export interface StandInFrame {
  readonly posted: { channel: string; message: unknown; ports: readonly MessagePort[] }[];
}

export interface Sender {
  readonly sender: Pick<WebContents, 'id'>;
  readonly senderFrame: WebFrameMain | null;
}

interface PermissionHandlers {
  request: Parameters<Session['setPermissionRequestHandler']>[0];
  check: Parameters<Session['setPermissionCheckHandler']>[0];
  device: Parameters<Session['setDevicePermissionHandler']>[0];
}

const portOf = new WeakMap<object, MessagePort>();

export interface StandInOptions {
  readonly locked?: boolean;
  readonly workAreas?: readonly { x: number; y: number; width: number; height: number }[];
}

export function createElectronStandIn(options: StandInOptions = {}): ElectronStandIn {
  const appEvents = new EventEmitter();
  const windows: StandInWindow[] = [];
  const engines: Worker[] = [];
  const openedExternally: string[] = [];
  const schemes: string[] = [];
  let menu: readonly MenuItemConstructorOptions[] = [];
  let quits = 0;
  let handleScheme: ((request: Request) => Response | Promise<Response>) | null = null;
  const permission: PermissionHandlers = { request: null, check: null, device: null };
  const listeners = new EventEmitter();
  const handlers = new Map<string, (event: never, argument: unknown) => unknown>();

  const app: Partial<App> = strict<Partial<App>>('app', {
    isPackaged: false,
    setPath: vi.fn(),
    requestSingleInstanceLock: () => !options.locked,
    enableSandbox: vi.fn(),
    whenReady: async () => {},
    quit() {
      quits += 1;
      const event = { defaultPrevented: false, preventDefault: vi.fn() };
      appEvents.emit('will-quit', event);
    },
    on(event: string, listener: (...all: never[]) => void) {
      appEvents.on(event, listener as () => void);
      return app as App;
    },
  } satisfies Partial<App>);

  const dialog = {
    showMessageBox: vi.fn(async () => ({ response: 1, checkboxChecked: false })),
    showOpenDialog: vi.fn(async () => ({ canceled: true, filePaths: [] as string[] })),
    showSaveDialog: vi.fn(async () => ({ canceled: true, filePath: '' })),
  };

  const protocol = strict<Partial<Protocol>>('protocol', {
    registerSchemesAsPrivileged: (custom) => {
      schemes.push(...custom.map(({ scheme }) => scheme));
    },
    handle: (scheme, handler) => {
      if (!schemes.includes(scheme)) throw new Error(`${scheme} was not registered as privileged first`);
      handleScheme = handler as typeof handleScheme;
    },
  } satisfies Partial<Protocol>);

  const ipcMain: Partial<IpcMain> = strict<Partial<IpcMain>>('ipcMain', {
    on(channel: string, listener: (event: never, ...all: never[]) => void) {
      listeners.on(channel, listener as () => void);
      return ipcMain as IpcMain;
    },
    handle(channel: string, handler: (event: never, ...all: never[]) => unknown) {
      handlers.set(channel, handler as (event: never, argument: unknown) => unknown);
    },
  } satisfies Partial<IpcMain>);

  const session = strict<Partial<Session>>('session.defaultSession', {
    setPermissionRequestHandler: (handler) => {
      permission.request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      permission.check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      permission.device = handler;
    },
  } satisfies Partial<Session>);

  const electron: ElectronModule = {
    app: app as App,
    BrowserWindow: function BrowserWindowStandIn(given: BrowserWindowConstructorOptions) {
      const made = createWindow(windows.length + 1, given);
      windows.push(made);
      return made.window;
    } as unknown as ElectronModule['BrowserWindow'],
    dialog: strict('dialog', dialog as unknown as Dialog),
    ipcMain: ipcMain as IpcMain,
    Menu: strict<Partial<ElectronModule['Menu']>>('Menu', {
      buildFromTemplate: (template) => {
        menu = template as MenuItemConstructorOptions[];
        return {} as Electron.Menu;
      },
      setApplicationMenu: vi.fn(),
    } satisfies Partial<ElectronModule['Menu']>) as ElectronModule['Menu'],
    MessageChannelMain: MessageChannelStandIn as unknown as ElectronModule['MessageChannelMain'],
    protocol: protocol as Protocol,
    screen: strict<Partial<Screen>>('screen', {
      getAllDisplays: () =>
        (options.workAreas ?? [{ x: 0, y: 0, width: 1920, height: 1080 }]).map(
          (workArea) => ({ workArea }) as Electron.Display,
        ),
    } satisfies Partial<Screen>) as Screen,
    session: { defaultSession: session as Session } as ElectronModule['session'],
    shell: strict<Partial<Shell>>('shell', {
      openExternal: async (url) => {
        openedExternally.push(url);
      },
    } satisfies Partial<Shell>) as Shell,
    utilityProcess: strict<Partial<ElectronModule['utilityProcess']>>('utilityProcess', {
      fork: (path) => startUtilityProcess(path, engines),
    }) as ElectronModule['utilityProcess'],
  };

  return {
    electron: strict('electron', electron),
    app: appEvents,
    windows,
    engines,
    dialog,
    openedExternally,
    menu: () => menu,
    session: { permission },
    schemes,
    async fetchPage(url, method = 'GET') {
      if (!handleScheme) throw new Error('no handler for the scheme');
      // Node's Request refuses the scheme; the handler reads only these.
      return handleScheme({ url, method } as Request);
    },
    send: (channel, from) => {
      listeners.emit(channel, from);
    },
    invoke: async (channel, from, argument) => {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`no handler for ${channel}`);
      return handler(from as never, argument);
    },
    quits: () => quits,
  };
}

function createWindow(id: number, options: BrowserWindowConstructorOptions): StandInWindow {
  const events = new EventEmitter();
  const contentsEvents = new EventEmitter();
  const loaded: string[] = [];
  const sent: StandInWindow['sent'] = [];
  const frame = createFrame();
  let openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;
  const contents: Partial<WebContents> = strict<Partial<WebContents>>('webContents', {
    id,
    on(event: string, listener: (...all: never[]) => void) {
      contentsEvents.on(event, listener as () => void);
      return contents as WebContents;
    },
    setWindowOpenHandler: (handler) => {
      openHandler = handler;
    },
    send: (channel, message: unknown) => {
      sent.push({ channel, message });
    },
    reload: () => {
      made.reloads += 1;
    },
  } satisfies Partial<WebContents>);
  let focused = false;
  const window: Partial<BrowserWindow> = strict<Partial<BrowserWindow>>('BrowserWindow', {
    webContents: contents as WebContents,
    loadURL: async (url) => {
      loaded.push(url);
    },
    show: vi.fn(),
    maximize: vi.fn(),
    restore: vi.fn(),
    focus: () => {
      focused = true;
    },
    isFocused: () => focused,
    isMinimized: () => false,
    isMaximized: () => false,
    getNormalBounds: () => ({
      x: options.x ?? 10,
      y: options.y ?? 10,
      width: options.width ?? 0,
      height: options.height ?? 0,
    }),
    on(event: string, listener: (...all: never[]) => void) {
      events.on(event, listener as () => void);
      return window as BrowserWindow;
    },
    once(event: string, listener: (...all: never[]) => void) {
      events.once(event, listener as () => void);
      return window as BrowserWindow;
    },
  } satisfies Partial<BrowserWindow>);
  const made: StandInWindow = {
    options,
    window: window as BrowserWindow,
    events,
    contents: contentsEvents,
    contentsId: id,
    loaded,
    sent,
    open: (url) => {
      if (!openHandler) throw new Error('no window-open handler');
      return openHandler({ url } as HandlerDetails);
    },
    frame,
    sender: { sender: { id }, senderFrame: frame.main },
    reloads: 0,
  };
  return made;
}

function createFrame(): StandInFrame & { readonly main: WebFrameMain } {
  const posted: { channel: string; message: unknown; ports: readonly MessagePort[] }[] = [];
  const main = fakeFrame({
    postMessage: (channel, message: unknown, transfer) => {
      const ports = (transfer ?? []).flatMap((port) => portOf.get(port) ?? []);
      posted.push({ channel, message, ports });
    },
  });
  return { posted, main };
}

/** A frame showing our own page, unless told otherwise. */
export function fakeFrame(overrides: Partial<WebFrameMain> = {}): WebFrameMain {
  return strict<Partial<WebFrameMain>>('WebFrameMain', {
    detached: false,
    parent: null,
    origin: 'app://flywheel',
    postMessage: vi.fn(),
    ...overrides,
  } satisfies Partial<WebFrameMain>) as WebFrameMain;
}

function MessageChannelStandIn(): MessageChannelMain {
  const { port1, port2 } = new MessageChannel();
  return { port1: wrapPort(port1), port2: wrapPort(port2) };
}

/** Electron's port over Node's: the event carries `data` and `ports`, as the real one does. */
function wrapPort(port: MessagePort): MessagePortMain {
  const wrapped: Partial<MessagePortMain> = strict<Partial<MessagePortMain>>('MessagePortMain', {
    on(event: string, listener: (event: never) => void) {
      if (event === 'close') port.on('close', listener as () => void);
      else port.on('message', (data: unknown) => (listener as (event: unknown) => void)({ data, ports: [] }));
      return wrapped as MessagePortMain;
    },
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  } satisfies Partial<MessagePortMain>);
  portOf.set(wrapped, port);
  return wrapped as MessagePortMain;
}

/** The engine's own entry, in a thread: it finds a parent there as it finds one in a utility process. */
function startUtilityProcess(path: string, engines: Worker[]): UtilityProcess {
  const worker = new Worker(pathToFileURL(path));
  engines.push(worker);
  const events = new EventEmitter();
  worker.on('message', (message: unknown) => events.emit('message', message));
  worker.on('exit', (code) => events.emit('exit', code));
  const child: Partial<UtilityProcess> = strict<Partial<UtilityProcess>>('UtilityProcess', {
    postMessage: (message: unknown, transfer?: MessagePortMain[]) => {
      const port = portOf.get(transfer?.[0] ?? {});
      if (port) worker.postMessage({ ...(message as object), port }, [port]);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      else worker.postMessage(message);
    },
    kill: () => {
      void worker.terminate();
      return true;
    },
    on(event: string, listener: (...all: never[]) => void) {
      events.on(event, listener as () => void);
      return child as UtilityProcess;
    },
    once(event: string, listener: (...all: never[]) => void) {
      events.once(event, listener as () => void);
      return child as UtilityProcess;
    },
  } satisfies Partial<UtilityProcess>);
  return child as UtilityProcess;
}
