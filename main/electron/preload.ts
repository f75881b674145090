import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import {
  type HostBridge,
  type HostCommand,
  portMessage,
  portRefusedMessage,
} from '../../shared/contract/host-bridge.ts';
import { channels } from './channels.ts';

/** The page's world as this isolated script sees it; the DOM's own types are not part of the main programs. */
interface PageWindow {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this script runs in a page, the types are Node's
const page = globalThis as unknown as PageWindow;

ipcRenderer.on(channels.port, (event: IpcRendererEvent) => {
  // A port cannot cross the context bridge; a window message is the way Electron provides for it.
  page.postMessage(
    event.ports.length > 0 ? portMessage : portRefusedMessage,
    page.location.origin,
    event.ports,
  );
});

const bridge: HostBridge = {
  platform: process.platform,
  requestPort: () => ipcRenderer.send(channels.requestPort),
  chooseFiles: async (options) => ipcRenderer.invoke(channels.chooseFiles, options),
  chooseSavePath: async (options) => ipcRenderer.invoke(channels.chooseSavePath, options),
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- anything but a file has no path: it answers ''
  pathOfFile: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
  openExternal: async (url) => ipcRenderer.invoke(channels.openExternal, url),
  onCommand(listener) {
    const listen = (_event: IpcRendererEvent, command: HostCommand): void => listener(command);
    ipcRenderer.on(channels.command, listen);
    ipcRenderer.send(channels.commandsReady);
    return () => ipcRenderer.off(channels.command, listen);
  },
};

contextBridge.exposeInMainWorld('flywheel', bridge);
