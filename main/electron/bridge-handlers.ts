import type { IpcMainEvent, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { channels } from './channels.ts';
import type { createDialogs } from './dialogs.ts';
import type { ElectronModule } from './electron-module.ts';
import type { UtilityEngine } from './engine-process.ts';
import type { createExternalLinks } from './external-links.ts';
import { isOwnSender } from './sender.ts';
import type { Windows } from './windows.ts';

export interface BridgeParts {
  readonly electron: Pick<ElectronModule, 'ipcMain' | 'MessageChannelMain'>;
  readonly windows: Windows;
  readonly dialogs: ReturnType<typeof createDialogs>;
  readonly externalLinks: ReturnType<typeof createExternalLinks>;
  /** Waits through a restart; rejects when the engine stays down. */
  readonly engine: () => Promise<UtilityEngine>;
}

/** Answers the preload. Every message is checked for who sent it; what fails the check gets no answer. */
export function handleBridge({ electron, windows, dialogs, externalLinks, engine }: BridgeParts): void {
  const { ipcMain, MessageChannelMain } = electron;
  const isOwn = (event: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    isOwnSender(event, (contentsId) => windows.isOwn(contentsId));

  ipcMain.on(channels.requestPort, (event) => {
    if (!isOwn(event)) return;
    // To the very frame that asked: its page may have been replaced while the engine started.
    if (event.senderFrame) void sendPort(event.senderFrame);
  });

  async function sendPort(frame: WebFrameMain): Promise<void> {
    try {
      const running = await engine();
      const { port1, port2 } = new MessageChannelMain();
      running.serve(port1);
      frame.postMessage(channels.port, null, [port2]);
    } catch {
      frame.postMessage(channels.port, null);
    }
  }

  ipcMain.on(channels.commandsReady, (event) => {
    if (isOwn(event)) windows.ready(event.sender.id);
  });

  const invoke = (channel: string, answer: (argument: unknown) => Promise<unknown>): void => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, argument: unknown) => {
      if (!isOwn(event)) throw new Error('This page may not ask that.');
      return answer(argument);
    });
  };
  invoke(channels.chooseFiles, async (options) => dialogs.chooseFiles(options));
  invoke(channels.chooseSavePath, async (options) => dialogs.chooseSavePath(options));
  invoke(channels.openExternal, async (url) => (typeof url === 'string' ? externalLinks.open(url) : false));
}
