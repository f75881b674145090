import { z } from 'zod';
import { fail, type Result, succeed } from '../../result/result.ts';
import { isShortcut } from './shortcut.ts';

export const keySets = ['standard', 'vim', 'arrows'] as const;
export type KeySet = (typeof keySets)[number];

const maxCommands = 1000;
const maxShortcuts = 8;

const shortcuts = z.array(z.string().max(80).refine(isShortcut, 'This is no shortcut.')).max(maxShortcuts);

/** Keys by the id of their command. A command that this version does not know stays: another version may have it. */
const changes = z
  .record(z.string().min(1).max(200), shortcuts)
  .refine((entries) => Object.keys(entries).length <= maxCommands, 'There are too many commands.');

/** Which keys a person has: a set, and single commands that have other keys than in it. */
export const keySettingsSchema = z.object({ set: z.enum(keySets), changes });
export type KeySettings = z.infer<typeof keySettingsSchema>;

export const standardKeys: KeySettings = { set: 'standard', changes: {} };

const keyFileKind = 'flywheel-keys';
const keyFileSchema = keySettingsSchema.extend({ kind: z.literal(keyFileKind) });

/** Keys as text of a JSON file, to take to another machine. */
export function keyFileText(keys: KeySettings): string {
  return `${JSON.stringify({ kind: keyFileKind, ...keys }, null, 2)}\n`;
}

/** The keys of such a text. KEYS_INVALID. */
export function readKeyFile(text: string): Result<KeySettings> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('KEYS_INVALID', 'The file is not JSON. Choose a file that Flywheel exported keys to.');
  }
  const parsed = keyFileSchema.safeParse(value);
  if (parsed.success) return succeed({ set: parsed.data.set, changes: parsed.data.changes });
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join(' › ');
  return fail(
    'KEYS_INVALID',
    `The file holds no keys that can be used (${place}). Your keys are as they were.`,
  );
}

/** As much of stored key settings as can be used: a bad entry costs itself, never the others. */
export function keptKeys(value: unknown): KeySettings {
  const whole = keySettingsSchema.safeParse(value);
  if (whole.success) return whole.data;
  const parts = z.object({ set: z.unknown(), changes: z.unknown() }).partial().safeParse(value);
  if (!parts.success) return standardKeys;
  const set = z.enum(keySets).safeParse(parts.data.set);
  const entries = z.record(z.string(), z.unknown()).safeParse(parts.data.changes);
  const good = Object.entries(entries.success ? entries.data : {})
    .flatMap(([id, keys]) => Object.entries(changes.safeParse({ [id]: keys }).data ?? {}))
    .slice(0, maxCommands);
  return { set: set.success ? set.data : standardKeys.set, changes: Object.fromEntries(good) };
}
