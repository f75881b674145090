import { ArrowUp, Database, FileText, Folder, HardDrive } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton, ListBox, ListBoxItem, type Selection } from 'react-aria-components';
import type { FolderEntry } from '../../../shared/contract/app-operations.ts';
import { Button, IconButton } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { formatBytes, formatMoment } from '../format.ts';
import { Notice } from '../notice.tsx';
import { TextField } from '../text-field.tsx';
import styles from './file-dialog.module.css';
import {
  completeTyped,
  fileNameProblem,
  isPattern,
  joinPath,
  splitTyped,
  withExtension,
} from './file-paths.ts';
import { type FolderView, useFolder } from './use-folder.ts';

export interface FileDialogProps {
  readonly mode: 'open' | 'save';
  readonly title: string;
  /** What is looked for; other files show only on request. */
  readonly kind: 'project' | 'data' | 'export';
  readonly multiple: boolean;
  readonly suggestedName: string;
  /** Extension of a saved file, without the dot. */
  readonly extension: string;
  readonly loadFolder: (path: string | undefined) => Promise<FolderView>;
  readonly describeFailure: (error: unknown) => string;
  /** The chosen paths; none when the dialog was closed. */
  readonly onAnswer: (paths: readonly string[]) => void;
}

interface Draft {
  readonly of: FolderView | null;
  readonly typed: string;
  readonly selected: ReadonlySet<string>;
}

const noSelection: ReadonlySet<string> = new Set();
const emptyDraft: Draft = { of: null, typed: '', selected: noSelection };

/** Chooses files on the engine's computer, where the window has no native dialog. Everything works from the keyboard. */
export function FileDialog(props: FileDialogProps) {
  const { mode, title, kind, multiple, extension, loadFolder, describeFailure, onAnswer } = props;
  const { folder, problem, isLoading, goTo } = useFolder(loadFolder, describeFailure);
  // What is typed and selected belongs to the folder it was typed and selected in.
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  // What was typed before the first folder came stays.
  if (draft.of === null && draft.typed !== '' && folder !== null) setDraft({ ...draft, of: folder });
  const { typed, selected } =
    draft.of === folder ? draft : { typed: folder?.path ?? '', selected: noSelection };
  const setTyped = (text: string) => {
    setListTakesFocus(false);
    setDraft({ of: folder, typed: text, selected });
  };
  const listRef = useRef<HTMLDivElement>(null);
  const nameRef = useRef<HTMLInputElement>(null);
  const [listTakesFocus, setListTakesFocus] = useState(mode === 'open');
  const [name, setName] = useState(props.suggestedName);
  const [showsAll, setShowsAll] = useState(false);
  // Enter may come before the folder does: the answer is given when it is known what it means.
  const enterWaits = useRef(false);

  useEffect(() => {
    // A folder that arrives takes the focus to its list, but never away from somebody who types. (React Aria's own
    // autoFocus takes it again and again while the list is empty.)
    if (folder !== null && listTakesFocus) listRef.current?.focus();
  }, [folder, listTakesFocus]);

  const parent = folder?.parent ?? null;
  const entries = (folder?.entries ?? []).filter((entry) => showsAll || isShown(entry, kind));
  const target =
    folder === null || name.trim() === ''
      ? null
      : joinPath(folder.path, withExtension(name.trim(), extension));
  const replaces = target !== null && (folder?.entries ?? []).some((entry) => entry.path === target);
  const nameProblem =
    fileNameProblem(name) ??
    (replaces && kind === 'project' ? 'This name is taken. Choose another one.' : null);
  const chosen = mode === 'save' ? (target === null || nameProblem !== null ? [] : [target]) : [...selected];

  // Data may be all files of a folder, or those that match a pattern, as one source.
  const takesSeveral = mode === 'open' && kind === 'data' && multiple;

  const toSave = target !== null && nameProblem === null && !replaces ? target : null;

  useEffect(() => {
    if (!enterWaits.current || folder === null) return;
    enterWaits.current = false;
    if (toSave !== null) onAnswer([toSave]);
  }, [folder, toSave, onAnswer]);

  const act = (path: string) => {
    const entry = entries.find((candidate) => candidate.path === path);
    if (entry === undefined) return;
    setListTakesFocus(true);
    if (entry.kind === 'folder') void goTo(entry.path);
    else if (mode === 'save') setName(entry.name);
    else onAnswer([entry.path]);
  };
  const select = (selection: Selection) => {
    const files = entries.filter(
      (entry) => entry.kind !== 'folder' && (selection === 'all' || selection.has(entry.path)),
    );
    setDraft({ of: folder, typed, selected: new Set(files.map((entry) => entry.path)) });
    const [first] = files;
    if (mode === 'save' && first !== undefined) setName(first.name);
  };
  const goToTyped = async () => {
    setListTakesFocus(mode === 'open');
    const arrival = await goTo(typed);
    if (arrival.kind === 'folder') return;
    if (takesSeveral && arrival.kind === 'nowhere' && isPattern(typed)) {
      onAnswer([typed.trim()]);
      return;
    }
    if (mode === 'save') await nameTyped();
    else if (arrival.kind === 'file') onAnswer([arrival.path]);
  };
  // The whole path of a file to save: it is named, not saved, so that it shows whether something would be replaced.
  const nameTyped = async () => {
    const { folder: above, name: last } = splitTyped(typed);
    if (above === '' || last === '' || (await goTo(above)).kind !== 'folder') return;
    setName(last);
    nameRef.current?.focus();
  };

  return (
    <Dialog
      title={title}
      isOpen
      size="large"
      onClose={() => onAnswer([])}
      actions={
        <>
          <label className={styles['all']}>
            <input
              type="checkbox"
              checked={showsAll}
              onChange={(event) => setShowsAll(event.target.checked)}
            />
            Show all files
          </label>
          <Button onPress={() => onAnswer([])}>Cancel</Button>
          {takesSeveral ? (
            <Button
              isDisabled={folder === null}
              onPress={() => {
                if (folder !== null) onAnswer([folder.path]);
              }}
            >
              Take the whole folder
            </Button>
          ) : null}
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => onAnswer(chosen)}>
            {confirmName(mode, replaces, chosen.length)}
          </Button>
        </>
      }
    >
      <div className={styles['pathRow']}>
        <IconButton
          icon={<ArrowUp aria-hidden />}
          name="Folder above"
          keys="Backspace"
          isDisabled={parent === null}
          onPress={() => void goTo(parent ?? undefined)}
        />
        <div className={styles['path']}>
          <TextField
            aria-label="Path. Tab completes it, Enter goes there"
            value={typed}
            onChange={setTyped}
            onFocus={() => setListTakesFocus(false)}
            onEnter={() => void goToTyped()}
            onKeyDown={(event) => {
              if (event.key !== 'Tab' || event.shiftKey || folder === null) return;
              const completed = completeTyped(typed, folder.path, entries);
              if (completed === typed) return;
              event.preventDefault();
              setTyped(completed);
              if (/[/\\]$/.test(completed)) void goTo(completed);
            }}
          />
        </div>
      </div>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      <div className={styles['columns']}>
        <nav aria-label="Places">
          <ul className={styles['places']}>
            {(folder?.places ?? []).map((place) => (
              <li key={place.path}>
                <AriaButton className={styles['place'] ?? ''} onPress={() => void goTo(place.path)}>
                  <HardDrive aria-hidden />
                  {place.name}
                </AriaButton>
              </li>
            ))}
          </ul>
        </nav>
        {/* Backspace goes up from the list, as in file managers. */}
        <div
          className={styles['listFrame']}
          role="presentation"
          onKeyDownCapture={(event) => {
            if (event.key !== 'Backspace' || parent === null) return;
            event.preventDefault();
            void goTo(parent);
          }}
        >
          <ListBox
            key={folder?.path ?? ''}
            className={styles['list'] ?? ''}
            aria-label="Files and folders"
            ref={listRef}
            items={entries}
            selectionMode={multiple ? 'multiple' : 'single'}
            selectionBehavior="replace"
            selectedKeys={selected}
            onSelectionChange={select}
            onAction={(key) => act(String(key))}
            renderEmptyState={() => (
              <p className={styles['empty']}>{isLoading ? 'Reading the folder…' : emptySentence(kind)}</p>
            )}
          >
            {(entry) => <Entry entry={entry} />}
          </ListBox>
        </div>
      </div>
      {mode === 'save' ? (
        <TextField
          label="Name"
          inputRef={nameRef}
          autoFocus
          value={name}
          onChange={setName}
          problem={nameProblem ?? undefined}
          hint={
            replaces && nameProblem === null ? (
              <span
                className={styles['replaces']}
              >{`${withExtension(name.trim(), extension)} exists here. It will be replaced.`}</span>
            ) : (
              (target ?? 'Give the file a name.')
            )
          }
          onEnter={() => {
            if (folder === null) enterWaits.current = true;
            else if (toSave !== null) onAnswer([toSave]);
          }}
        />
      ) : null}
    </Dialog>
  );
}

function Entry({ entry }: { readonly entry: FolderEntry }) {
  const Icon = entry.kind === 'folder' ? Folder : entry.kind === 'project' ? Database : FileText;
  return (
    <ListBoxItem id={entry.path} textValue={entry.name} className={styles['entry'] ?? ''}>
      <Icon aria-hidden />
      <span className={styles['entryName']}>{entry.name}</span>
      <span className={styles['entryDetail']}>{entry.bytes === null ? '' : formatBytes(entry.bytes)}</span>
      <span className={styles['entryDetail']}>
        {entry.modifiedAt === null ? '' : formatMoment(entry.modifiedAt)}
      </span>
    </ListBoxItem>
  );
}

function isShown(entry: FolderEntry, kind: FileDialogProps['kind']): boolean {
  if (entry.kind === 'folder') return true;
  return kind === 'project' ? entry.kind === 'project' : entry.kind === 'data';
}

function emptySentence(kind: FileDialogProps['kind']): string {
  return kind === 'project'
    ? 'No Flywheel projects in this folder.'
    : 'No files of rows in this folder. Choose another folder, or show all files.';
}

function confirmName(mode: FileDialogProps['mode'], replaces: boolean, count: number): string {
  if (mode === 'save') return replaces ? 'Replace' : 'Save';
  return count > 1 ? `Open ${count} files` : 'Open';
}
