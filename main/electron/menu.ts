import type { MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../../shared/contract/host-bridge.ts';

export interface MenuActions {
  send(command: HostCommand): void;
  openWindow(): void;
}

type MenuCommand = Extract<HostCommand, { type: 'menu' }>['command'];

/**
 * The application menu. Its accelerators are combinations that the page leaves alone; whatever the page handles
 * itself (undo, palette, single keys) is listed without one, so that a key is never answered twice. `undo` and
 * `redo` of text fields come from their roles, which work in fields only.
 */
export function menuTemplate(
  actions: MenuActions,
  host: { readonly platform: NodeJS.Platform; readonly packaged: boolean },
): MenuItemConstructorOptions[] {
  const mac = host.platform === 'darwin';
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => actions.send({ type: 'menu', command }),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: 'File',
      submenu: [
        item('New project…', 'new-project', 'CmdOrCtrl+N'),
        item('Open project…', 'open-project', 'CmdOrCtrl+O'),
        separator,
        item('Import…', 'import', 'CmdOrCtrl+I'),
        item('Export…', 'export', 'CmdOrCtrl+E'),
        separator,
        { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: () => actions.openWindow() },
        item('Close project', 'close-project', 'CmdOrCtrl+Shift+W'),
        { role: mac ? 'close' : 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        item('Undo label or edit', 'undo'),
        item('Redo label or edit', 'redo'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        item('Command palette', 'palette'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(host.packaged
          ? []
          : [separator, { role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
      ],
    },
    {
      label: 'Help',
      submenu: [item('Keyboard shortcuts', 'shortcuts'), ...(mac ? [] : [{ role: 'about' } as const])],
    },
  ];
}
