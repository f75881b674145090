/* oxlint-disable typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion -- arguments of Electron that the app does not read */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { channels } from '../../main/electron/channels.ts';
import { runShell } from '../../main/electron/shell.ts';
import { connectPort } from '../../shared/contract/port-client.ts';
import { testEngineOptions } from '../support/engine-options.ts';
import { useTempFolder } from '../support/temp-folder.ts';
import {
  createElectronStandIn,
  type ElectronStandIn,
  fakeFrame,
  type Sender,
  type StandInOptions,
} from './electron-stand-in.ts';

let standIn: ElectronStandIn | null = null;

afterEach(async () => {
  await Promise.all((standIn?.engines ?? []).map(async (engine) => engine.terminate()));
});

async function run(
  options: StandInOptions & { argv?: readonly string[] } = {},
): Promise<ElectronStandIn & { folder: string }> {
  const folder = useTempFolder();
  const renderer = join(folder, 'renderer');
  mkdirSync(renderer);
  writeFileSync(join(renderer, 'index.html'), '<title>Flywheel</title>');
  const made = createElectronStandIn(options);
  standIn = made;
  await runShell({
    electron: made.electron,
    engineOptions: testEngineOptions(join(folder, 'data'), 'electron'),
    rendererFolder: renderer,
    preload: '/preload.cjs',
    argv: ['electron', ...(options.argv ?? [])],
    folder,
  });
  return { ...made, folder };
}

function firstWindow(shell: ElectronStandIn): ElectronStandIn['windows'][number] {
  const [window] = shell.windows;
  if (!window) throw new Error('no window was opened');
  return window;
}

/** The port that the shell sends to a window after `ask`. */
async function nextPort(shell: ElectronStandIn): Promise<MessagePort> {
  const { frame, sender } = firstWindow(shell);
  const before = frame.posted.length;
  shell.send(channels.requestPort, sender);
  await vi.waitFor(() => expect(frame.posted.length).toBeGreaterThan(before), 10_000);
  const port = frame.posted.at(-1)?.ports[0];
  if (!port) throw new Error('the answer held no port');
  return port;
}

describe('a window', () => {
  test('is isolated, sandboxed and shows our page', async () => {
    const { options, loaded } = firstWindow(await run());
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      preload: '/preload.cjs',
    });
    expect(loaded).toEqual(['app://flywheel/']);
  });

  test('stays on our page', async () => {
    const { contents } = firstWindow(await run());
    for (const name of ['will-navigate', 'will-redirect']) {
      for (const url of [
        'https://evil.example/',
        'file:///etc/passwd',
        'app://flywheel.evil/',
        'app://other/',
      ]) {
        const event = { url, preventDefault: vi.fn() };
        contents.emit(name, event);
        expect(event.preventDefault, `${name} ${url}`).toHaveBeenCalledOnce();
      }
      const own = { url: 'app://flywheel/review', preventDefault: vi.fn() };
      contents.emit(name, own);
      expect(own.preventDefault).not.toHaveBeenCalled();
    }
    const webview = { preventDefault: vi.fn() };
    contents.emit('will-attach-webview', webview);
    expect(webview.preventDefault).toHaveBeenCalled();
  });

  test('opens no other window; an https address is asked about first', async () => {
    const shell = await run();
    const { open } = firstWindow(shell);
    expect(open('http://plain.example/')).toEqual({ action: 'deny' });
    expect(open('javascript:alert(1)')).toEqual({ action: 'deny' });
    expect(shell.dialog.showMessageBox).not.toHaveBeenCalled();
    expect(open('https://example.org/a')).toEqual({ action: 'deny' });
    expect(shell.dialog.showMessageBox).toHaveBeenCalledOnce();
    await Promise.resolve();
    expect(shell.openedExternally).toEqual([]);
    shell.dialog.showMessageBox.mockResolvedValue({ response: 0, checkboxChecked: false });
    await vi.waitFor(() => {
      open('https://example.org/a');
      expect(shell.openedExternally).toContain('https://example.org/a');
    });
  });

  test('is loaded again once when its page dies', async () => {
    const window = firstWindow(await run());
    window.contents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.contents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.reloads).toBe(1);
  });

  test('comes back where it was, if that is on a screen', async () => {
    const shell = await run();
    expect(firstWindow(shell).options).toMatchObject({ width: 1280, height: 860 });
    expect(firstWindow(shell).options.x).toBeUndefined();
  });

  test('every permission is denied', async () => {
    const { session } = await run();
    const answer = vi.fn();
    session.permission.request?.({} as never, 'media', answer, {} as never);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session.permission.check?.(null, 'clipboard-read', 'app://flywheel', {} as never)).toBe(false);
    expect(session.permission.device?.({} as never)).toBe(false);
  });
});

describe('the app scheme', () => {
  test('serves the page with the policy, and nothing outside of it', async () => {
    const shell = await run();
    const page = await shell.fetchPage('app://flywheel/');
    expect(await page.text()).toBe('<title>Flywheel</title>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await shell.fetchPage('app://flywheel/review/1')).status).toBe(200);
    for (const url of [
      'app://flywheel/..%2fsecret.json',
      'app://flywheel/%2e%2e/secret.json',
      'app://other/',
      'app://flywheel/missing.js',
    ]) {
      expect((await shell.fetchPage(url)).status, url).toBe(404);
    }
    expect((await shell.fetchPage('app://flywheel/', 'POST')).status).toBe(404);
  });
});

describe('the bridge', () => {
  test('hands our page a port to the engine', async () => {
    const shell = await run();
    const connected = connectPort(await nextPort(shell));
    expect((await connected.client.app.info()).host).toBe('electron');
    connected.close();
  });

  test.each<[string, (own: Sender) => Sender]>([
    ['a frame inside the page', (own) => ({ ...own, senderFrame: fakeFrame({ parent: fakeFrame() }) })],
    [
      'a page of another origin',
      (own) => ({ ...own, senderFrame: fakeFrame({ origin: 'https://evil.example' }) }),
    ],
    [
      'a lookalike of our origin',
      (own) => ({ ...own, senderFrame: fakeFrame({ origin: 'app://flywheel.evil' }) }),
    ],
    ['a window that is not ours', () => ({ sender: { id: 999 }, senderFrame: fakeFrame() })],
    ['a frame that is gone', (own) => ({ ...own, senderFrame: null })],
    ['a detached frame', (own) => ({ ...own, senderFrame: fakeFrame({ detached: true }) })],
  ])('gives nothing to %s', async (_name, disguise) => {
    const shell = await run();
    const window = firstWindow(shell);
    const sender = disguise(window.sender);
    const post = vi.fn();
    if (sender.senderFrame) Object.assign(sender.senderFrame, { postMessage: post });
    shell.send(channels.requestPort, sender);
    for (const channel of [channels.chooseFiles, channels.chooseSavePath, channels.openExternal]) {
      await expect(shell.invoke(channel, sender, 'https://example.org/')).rejects.toThrow('may not');
    }
    // One honest round trip later an answer to the first request would have come.
    await nextPort(shell);
    expect(post).not.toHaveBeenCalled();
    expect(shell.dialog.showMessageBox).not.toHaveBeenCalled();
  });

  test('shows native dialogs and answers with paths', async () => {
    const shell = await run();
    const { sender } = firstWindow(shell);
    const files = { title: 'Import', kind: 'data', multiple: true };
    expect(await shell.invoke(channels.chooseFiles, sender, files)).toEqual([]);
    shell.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/a.jsonl', '/b.csv'] });
    expect(await shell.invoke(channels.chooseFiles, sender, files)).toEqual(['/a.jsonl', '/b.csv']);
    expect(shell.dialog.showOpenDialog).toHaveBeenLastCalledWith(
      expect.objectContaining({ properties: ['openFile', 'multiSelections'] }),
    );
    await expect(shell.invoke(channels.chooseFiles, sender, { title: 1 })).rejects.toThrow();
    shell.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/x.flywheel' });
    const save = { title: 'New', suggestedName: 'x', extension: 'flywheel' };
    expect(await shell.invoke(channels.chooseSavePath, sender, save)).toBe('/x.flywheel');
  });

  test('an engine that dies is replaced, with its project open; its port says so', async () => {
    const shell = await run();
    const path = join(shell.folder, 'p.flywheel');
    const first = connectPort(await nextPort(shell));
    await first.client.project.create({ path });
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    await shell.engines[0]?.terminate();
    await first.closed;
    await expect(first.client.project.current()).rejects.toMatchObject({ code: 'ENGINE_STOPPED' });
    const second = connectPort(await nextPort(shell));
    expect(await second.client.project.current()).toMatchObject({ path, readOnly: false });
    expect(shell.engines).toHaveLength(2);
    second.close();
  });

  test('after a second death the page is told that no port comes', async () => {
    const shell = await run();
    const { frame, sender } = firstWindow(shell);
    for (let i = 0; i < 2; i++) {
      const port = connectPort(await nextPort(shell));
      await shell.engines.at(-1)?.terminate();
      await port.closed;
    }
    const before = frame.posted.length;
    await vi.waitFor(() => {
      shell.send(channels.requestPort, sender);
      expect(frame.posted.length).toBeGreaterThan(before);
    });
    expect(frame.posted.at(-1)).toMatchObject({ channel: channels.port, ports: [] });
  });
});

function openCommand(path: string): object {
  return { channel: channels.command, message: { type: 'open-project', path } };
}

describe('files to open', () => {
  test('one named at the start waits until the page listens', async () => {
    const shell = await run({ argv: ['--some-switch', 'a.flywheel'] });
    const window = firstWindow(shell);
    expect(window.sent).toEqual([]);
    shell.send(channels.commandsReady, window.sender);
    expect(window.sent).toEqual([openCommand(join(shell.folder, 'a.flywheel'))]);
  });

  test('a second start hands its file over and brings the window to the front', async () => {
    const shell = await run();
    const window = firstWindow(shell);
    shell.send(channels.commandsReady, window.sender);
    shell.app.emit('second-instance', {}, ['flywheel', 'b.flywheel'], '/elsewhere');
    expect(window.sent).toEqual([openCommand('/elsewhere/b.flywheel')]);
    expect(window.window.isFocused()).toBe(true);
  });

  test('macOS asks by an event', async () => {
    const shell = await run();
    const window = firstWindow(shell);
    shell.send(channels.commandsReady, window.sender);
    const event = { preventDefault: vi.fn() };
    shell.app.emit('open-file', event, '/c.flywheel');
    expect(event.preventDefault).toHaveBeenCalled();
    expect(window.sent).toEqual([openCommand('/c.flywheel')]);
  });

  test('a reloaded page gets its commands when it listens again', async () => {
    const shell = await run();
    const window = firstWindow(shell);
    shell.send(channels.commandsReady, window.sender);
    window.contents.emit('did-start-loading');
    shell.app.emit('open-file', { preventDefault: vi.fn() }, '/d.flywheel');
    expect(window.sent).toEqual([]);
    shell.send(channels.commandsReady, window.sender);
    expect(window.sent).toHaveLength(1);
  });
});

describe('the app', () => {
  test('a second instance leaves at once', async () => {
    const shell = await run({ locked: true });
    expect(shell.quits()).toBe(1);
    expect(shell.windows).toEqual([]);
    expect(shell.engines).toEqual([]);
  });

  test('closes the engine before it quits', async () => {
    const shell = await run();
    await nextPort(shell);
    const [engine] = shell.engines;
    const exited = new Promise((resolve) => engine?.once('exit', resolve));
    const event = { preventDefault: vi.fn() };
    shell.app.emit('will-quit', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    await exited;
    await vi.waitFor(() => expect(shell.quits()).toBeGreaterThan(0));
  });

  test('its menu sends commands', async () => {
    const shell = await run();
    const window = firstWindow(shell);
    shell.send(channels.commandsReady, window.sender);
    const items = shell.menu().flatMap((entry) => (Array.isArray(entry.submenu) ? entry.submenu : []));
    items.find(({ label }) => label === 'Import…')?.click?.({} as never, undefined, {} as never);
    expect(window.sent).toEqual([
      { channel: channels.command, message: { type: 'menu', command: 'import' } },
    ]);
  });
});
