import { z } from 'zod';
import { type SaveExtension, saveExtensions } from '../../shared/contract/host-bridge.ts';
import type { ElectronModule } from './electron-module.ts';

const chooseFilesSchema = z.object({
  title: z.string().max(200),
  kind: z.enum(['project', 'data']),
  multiple: z.boolean(),
});

const chooseSavePathSchema = z.object({
  title: z.string().max(200),
  suggestedName: z.string().max(200),
  extension: z.enum(saveExtensions),
});

const projectFilter = { name: 'Flywheel project', extensions: ['flywheel'] };
const saveFilters: Readonly<Record<Exclude<SaveExtension, ''>, { name: string; extensions: string[] }>> = {
  flywheel: projectFilter,
  jsonl: { name: 'JSON Lines', extensions: ['jsonl'] },
  'jsonl.gz': { name: 'JSON Lines, gzip', extensions: ['gz'] },
  'jsonl.zst': { name: 'JSON Lines, Zstandard', extensions: ['zst'] },
  parquet: { name: 'Parquet', extensions: ['parquet'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
  md: { name: 'Markdown', extensions: ['md'] },
  html: { name: 'HTML', extensions: ['html'] },
  txt: { name: 'Text', extensions: ['txt'] },
  ts: { name: 'TypeScript', extensions: ['ts'] },
  py: { name: 'Python', extensions: ['py'] },
  svg: { name: 'SVG drawing', extensions: ['svg'] },
  png: { name: 'PNG picture', extensions: ['png'] },
};
const dataFilters = [
  {
    name: 'Data',
    extensions: ['jsonl', 'ndjson', 'json', 'csv', 'tsv', 'gz', 'zst', 'parquet', 'db', 'sqlite', 'sqlite3'],
  },
  { name: 'All files', extensions: ['*'] },
];

/** Native dialogs for the page. What the page sends is checked: it is the less trusted side. */
export function createDialogs({ dialog }: Pick<ElectronModule, 'dialog'>): {
  chooseFiles(options: unknown): Promise<readonly string[]>;
  chooseSavePath(options: unknown): Promise<string | null>;
} {
  return {
    async chooseFiles(options) {
      const { title, kind, multiple } = chooseFilesSchema.parse(options);
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title,
        filters: kind === 'project' ? [projectFilter] : dataFilters,
        properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return canceled ? [] : filePaths;
    },
    async chooseSavePath(options) {
      const { title, suggestedName, extension } = chooseSavePathSchema.parse(options);
      const { canceled, filePath } = await dialog.showSaveDialog({
        title,
        defaultPath: suggestedName,
        filters: extension === '' ? [] : [saveFilters[extension]],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
