import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { appOrigin } from './app-scheme.ts';

/**
 * Whether a message comes from the top frame of one of our windows showing our own page. Anything unclear (a frame
 * that is gone, a window that is not ours) is a no.
 */
export function isOwnSender(
  event: Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  isOwnContents: (contentsId: number) => boolean,
): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.detached || frame.parent !== null) return false;
  return frame.origin === appOrigin && isOwnContents(event.sender.id);
}
