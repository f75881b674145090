// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FolderEntry } from '../../../shared/contract/app-operations.ts';
import { FileDialog, type FileDialogProps } from './file-dialog.tsx';
import type { FolderView } from './use-folder.ts';

function entry(path: string, kind: FolderEntry['kind']): FolderEntry {
  return {
    name: path.split('/').at(-1) ?? '',
    path,
    kind,
    bytes: kind === 'folder' ? null : 1200,
    modifiedAt: null,
  };
}

const places = [{ name: 'Home', path: '/home/ada' }];
const folders: Readonly<Record<string, FolderView>> = {
  '/home/ada': {
    path: '/home/ada',
    parent: '/home',
    places,
    entries: [
      entry('/home/ada/logs', 'folder'),
      entry('/home/ada/mail.flywheel', 'project'),
      entry('/home/ada/notes.pdf', 'other'),
    ],
  },
  '/home/ada/logs': {
    path: '/home/ada/logs',
    parent: '/home/ada',
    places,
    entries: [entry('/home/ada/logs/june.jsonl', 'data')],
  },
  '/home': { path: '/home', parent: null, places, entries: [entry('/home/ada', 'folder')] },
};

async function loadFolder(path = '/home/ada'): Promise<FolderView> {
  const folder = folders[path.replace(/(.)\/$/, '$1')] ?? folderOfFile(path);
  if (folder === undefined) throw new Error(`There is no folder ${path}.`);
  return folder;
}

async function show(props: Partial<FileDialogProps> = {}) {
  const onAnswer = vi.fn();
  render(
    <FileDialog
      mode="open"
      title="Choose"
      kind="data"
      multiple={false}
      suggestedName=""
      extension=""
      loadFolder={loadFolder}
      describeFailure={(error) => (error instanceof Error ? error.message : '')}
      onAnswer={onAnswer}
      {...props}
    />,
  );
  await waitFor(() => expect(screen.getByText('Home')).toBeDefined());
  return onAnswer;
}

/** The engine lists the folder of a file, as the file dialog expects. */
function folderOfFile(path: string): FolderView | undefined {
  return Object.values(folders).find((folder) => folder.entries.some((known) => known.path === path));
}

function press(element: Element, key: string) {
  fireEvent.keyDown(element, { key });
  fireEvent.keyUp(element, { key });
}

afterEach(cleanup);

describe('the file dialog', () => {
  it('takes an Enter that comes before the folder does', async () => {
    const folder = Promise.withResolvers<FolderView>();
    const onAnswer = vi.fn();
    render(
      <FileDialog
        mode="save"
        title="Save"
        kind="export"
        multiple={false}
        suggestedName="train"
        extension="jsonl"
        loadFolder={async () => folder.promise}
        describeFailure={String}
        onAnswer={onAnswer}
      />,
    );
    press(screen.getByLabelText('Name'), 'Enter');
    expect(onAnswer).not.toHaveBeenCalled();
    folder.resolve(await loadFolder());
    await waitFor(() => expect(onAnswer).toHaveBeenCalledWith(['/home/ada/train.jsonl']));
  });

  it('leaves the focus in the path that one went to before the folder came', async () => {
    const folder = Promise.withResolvers<FolderView>();
    render(
      <FileDialog
        mode="open"
        title="Choose"
        kind="data"
        multiple={false}
        suggestedName=""
        extension=""
        loadFolder={async () => folder.promise}
        describeFailure={String}
        onAnswer={vi.fn()}
      />,
    );
    const field = screen.getByLabelText(/^Path/);
    act(() => field.focus());
    folder.resolve(await loadFolder());
    await waitFor(() => expect(screen.getByText('Home')).toBeDefined());
    expect(document.activeElement).toBe(field);
  });

  it('keeps what is typed before the folder comes', async () => {
    const folder = Promise.withResolvers<FolderView>();
    const onAnswer = vi.fn();
    render(
      <FileDialog
        mode="open"
        title="Choose"
        kind="data"
        multiple={false}
        suggestedName=""
        extension=""
        loadFolder={async (path) => (path === undefined ? folder.promise : loadFolder(path))}
        describeFailure={String}
        onAnswer={onAnswer}
      />,
    );
    const field = screen.getByLabelText(/^Path/);
    fireEvent.change(field, { target: { value: '/home/ada/logs/june.jsonl' } });
    folder.resolve(await loadFolder());
    await waitFor(() => expect(screen.getByText('Home')).toBeDefined());
    expect(field).toHaveProperty('value', '/home/ada/logs/june.jsonl');
    press(field, 'Enter');
    await waitFor(() => expect(onAnswer).toHaveBeenCalledWith(['/home/ada/logs/june.jsonl']));
  });

  it('goes into a folder and back with the keyboard, and answers with a file', async () => {
    const onAnswer = await show();
    const folder = await screen.findByRole('option', { name: /logs/ });
    act(() => folder.focus());
    press(folder, 'Enter');
    const file = await screen.findByRole('option', { name: /june.jsonl/ });
    press(file, 'Backspace');
    await screen.findByRole('option', { name: /logs/ });
    press(await screen.findByRole('option', { name: /logs/ }), 'Enter');
    press(await screen.findByRole('option', { name: /june.jsonl/ }), 'Enter');
    expect(onAnswer).toHaveBeenCalledWith(['/home/ada/logs/june.jsonl']);
  });

  it('shows only what is looked for, and the rest on request', async () => {
    await show({ kind: 'project' });
    expect(screen.queryByText('notes.pdf')).toBeNull();
    expect(screen.getByText('mail.flywheel')).toBeDefined();
    fireEvent.click(screen.getByLabelText('Show all files'));
    expect(screen.getByText('notes.pdf')).toBeDefined();
  });

  it('goes to a typed path, opens a typed file and says where there is none', async () => {
    const onAnswer = await show();
    const field = screen.getByLabelText(/^Path/);
    fireEvent.change(field, { target: { value: '/nowhere' } });
    press(field, 'Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('There is no folder /nowhere');
    fireEvent.change(field, { target: { value: '/home/ada/logs/june.jsonl' } });
    press(field, 'Enter');
    await waitFor(() => expect(onAnswer).toHaveBeenCalledWith(['/home/ada/logs/june.jsonl']));
  });

  it('takes a whole folder, or the files that match a typed pattern, as data', async () => {
    const onAnswer = await show({ multiple: true });
    fireEvent.click(screen.getByRole('button', { name: 'Take the whole folder' }));
    expect(onAnswer).toHaveBeenLastCalledWith(['/home/ada']);
    const field = screen.getByLabelText(/^Path/);
    fireEvent.change(field, { target: { value: '/home/ada/logs/*.jsonl' } });
    press(field, 'Enter');
    await waitFor(() => expect(onAnswer).toHaveBeenLastCalledWith(['/home/ada/logs/*.jsonl']));
  });

  it('offers no folder where one file is asked for', async () => {
    await show({ kind: 'project', multiple: false });
    expect(screen.queryByRole('button', { name: 'Take the whole folder' })).toBeNull();
  });

  it('never replaces a typed file at once: it goes to its folder, fills in its name and says so', async () => {
    const onAnswer = await show({ mode: 'save', kind: 'export', suggestedName: 'train', extension: 'jsonl' });
    const field = screen.getByLabelText(/^Path/);
    fireEvent.change(field, { target: { value: '/home/ada/logs/june.jsonl' } });
    press(field, 'Enter');
    await screen.findByText('june.jsonl exists here. It will be replaced.');
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    press(screen.getByLabelText('Name'), 'Enter');
    expect(onAnswer).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Replace' }));
    expect(onAnswer).toHaveBeenCalledWith(['/home/ada/logs/june.jsonl']);
  });

  it('takes the whole path of a new file to save apart', async () => {
    const onAnswer = await show({ mode: 'save', kind: 'export', suggestedName: 'train', extension: 'jsonl' });
    const field = screen.getByLabelText(/^Path/);
    fireEvent.change(field, { target: { value: '/home/ada/logs/july.jsonl' } });
    press(field, 'Enter');
    await screen.findByText('/home/ada/logs/july.jsonl');
    press(screen.getByLabelText('Name'), 'Enter');
    expect(onAnswer).toHaveBeenCalledWith(['/home/ada/logs/july.jsonl']);
  });

  it('completes a typed folder with Tab and goes there', async () => {
    await show();
    const field = screen.getByLabelText(/^Path/);
    fireEvent.change(field, { target: { value: '/home/ada/lo' } });
    press(field, 'Tab');
    await screen.findByRole('option', { name: /june.jsonl/ });
  });

  it('saves under a name with its extension, and says what it would replace', async () => {
    const onAnswer = await show({ mode: 'save', kind: 'export', extension: 'pdf', suggestedName: 'notes' });
    expect(screen.getByText(/notes.pdf exists here. It will be replaced/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Replace' })).toBeDefined();
    const name = screen.getByLabelText('Name');
    press(name, 'Enter');
    expect(onAnswer).not.toHaveBeenCalled();
    fireEvent.change(name, { target: { value: 'export' } });
    press(name, 'Enter');
    expect(onAnswer).toHaveBeenCalledWith(['/home/ada/export.pdf']);
  });

  it('never offers to replace a project', async () => {
    await show({ mode: 'save', kind: 'project', extension: 'flywheel', suggestedName: 'mail' });
    expect(screen.getByText('This name is taken. Choose another one.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Replace' }).hasAttribute('disabled')).toBe(true);
  });
});
