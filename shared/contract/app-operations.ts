import { z } from 'zod';
import { textKinds } from '../domain/format/text-kind.ts';
import { keySettingsSchema } from '../domain/keys/key-settings.ts';
import { configuredModels, modelSettingsSchema } from './model-settings.ts';
import { count, operation, time } from './operation.ts';

export const themes = ['system', 'light', 'dark'] as const;

/** How an output and its edit are laid out; `three-way` needs two edits, and is `side-by-side` without. */
export const diffModes = ['side-by-side', 'inline', 'edit-only', 'three-way'] as const;
export type DiffMode = (typeof diffModes)[number];

/** What the texts are taken for: what they look like, or what this person says. */
export const readings = ['auto', ...textKinds] as const;

/** The foldable parts of the context beside an interaction, in the order shown. */
export const contextSections = [
  'timeline',
  'interaction',
  'metadata',
  'session',
  'similar',
  'signals',
] as const;
export type ContextSection = (typeof contextSections)[number];

const paneSize = z.int().min(1).max(10_000);

/** Preferences of this person on this machine; they live beside the app, never in a project. */
export const settingsSchema = z.object({
  annotator: z.string(),
  theme: z.enum(themes),
  diffMode: z.enum(diffModes),
  changesOnly: z.boolean(),
  /** What the differences on screen leave out. */
  ignoreWhitespace: z.boolean(),
  ignoreCase: z.boolean(),
  /** What the texts are taken for. */
  readAs: z.enum(readings),
  /** Whether the keys of JSON are compared in alphabetical order. */
  sortKeys: z.boolean(),
  /** Whether Markdown is also shown as it displays. */
  rendered: z.boolean(),
  contextOpen: z.boolean(),
  contextFolded: z.array(z.enum(contextSections)),
  listOpen: z.boolean(),
  /** Whether a verdict opens the next interaction. */
  goToNext: z.boolean(),
  /** Pixels, where a person changed them. */
  paneSizes: z
    .object({ list: paneSize, questions: paneSize, contextWidth: paneSize, contextHeight: paneSize })
    .partial(),
  keys: keySettingsSchema,
  models: modelSettingsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const folderEntrySchema = z.object({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'project', 'data', 'other']),
  bytes: count.nullable(),
  modifiedAt: time.nullable(),
});
export type FolderEntry = z.infer<typeof folderEntrySchema>;

export const appOperations = {
  info: operation.output(
    z.object({
      version: z.string(),
      host: z.enum(['electron', 'loopback', 'cli']),
      platform: z.string(),
    }),
  ),
  settings: operation.output(settingsSchema),
  updateSettings: operation.input(settingsSchema.partial()).output(settingsSchema),
  /** Asks a model of the settings for one vector. MODEL_UNUSABLE. */
  tryModel: operation
    .input(z.object({ model: z.enum(configuredModels) }))
    .output(z.object({ numbers: count, milliseconds: z.number() })),
  /** The keys of a JSON file, checked and not stored. FILE_NOT_FOUND, FILE_UNREADABLE, KEYS_INVALID. */
  readKeys: operation.input(z.object({ path: z.string() })).output(keySettingsSchema),
  /** Writes this person's keys to a JSON file, in place of what is there. DISK_FULL, FILE_NOT_WRITABLE. */
  writeKeys: operation.input(z.object({ path: z.string() })).output(z.object({ path: z.string() })),
  /** A folder's visible content, for the file dialog of hosts that have no native one. No folder: the home folder. */
  folder: operation.input(z.object({ path: z.string().optional() })).output(
    z.object({
      path: z.string(),
      parent: z.string().nullable(),
      entries: z.array(folderEntrySchema),
      places: z.array(z.object({ name: z.string(), path: z.string() })),
    }),
  ),
};
