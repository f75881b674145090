import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useRef } from 'react';
import { create } from 'zustand';
import type { ExportFormat } from '../../../../shared/domain/export/recipe.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useFileChooser } from '../../../api/use-file-chooser.ts';
import { useCommands } from '../../../app/key-map.ts';
import { Button } from '../../../ui/button.tsx';
import { fileName } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { commandFor } from '../export-command.ts';
import { ExportFrame } from '../export-frame.tsx';
import { FormatPicker } from '../format-picker.tsx';
import { FileReportView } from './file-report.tsx';
import styles from './validate-screen.module.css';

interface Checked {
  readonly path: string | null;
  readonly format: ExportFormat;
}

/** What was checked last, so that a look at another screen does not lose it. */
const useChecked = create<Checked>()(() => ({ path: null, format: 'openai-chat' }));

/** Checks any file by the rules of a format, whoever wrote it. */
export function ValidateScreen() {
  const queries = useQueries();
  const { path, format } = useChecked();
  const { chooseFiles } = useFileChooser();
  const field = useRef<HTMLInputElement>(null);
  const query = useQuery({
    ...queries.exports.validate.queryOptions({ input: { path: path ?? '', format } }),
    enabled: path !== null,
    placeholderData: keepPreviousData,
    // The file may have changed since; nothing tells.
    gcTime: 0,
  });
  const choose = async () => {
    const [chosen] = await chooseFiles({ title: 'Choose a file to check', kind: 'data', multiple: false });
    if (chosen !== undefined) useChecked.setState({ path: chosen });
  };
  const again = () => void query.refetch();
  useFormatCommand(field);
  useCommands('validate', [
    commandFor('validate.choose', () => void choose()),
    commandFor('validate.again', again, path !== null && !query.isFetching),
  ]);
  const isStale = query.isPlaceholderData || query.isFetching;
  return (
    <ExportFrame
      subtitle="Any file, by the rules of any format: which lines its readers refuse, and what to do about them."
      actions={
        <Button command="validate.again" isDisabled={path === null || query.isFetching} onPress={again}>
          Check again
        </Button>
      }
    >
      <div className={styles['panes']}>
        <div className={styles['form']}>
          <div className={styles['file']}>
            <span className={styles['fileName']} title={path ?? ''}>
              {path === null ? 'No file' : fileName(path)}
            </span>
            <Button
              variant={path === null ? 'primary' : 'plain'}
              command="validate.choose"
              onPress={() => void choose()}
            >
              Choose a file…
            </Button>
          </div>
          <FormatPicker
            format={format}
            field={field}
            onChange={(next) => useChecked.setState({ format: next })}
          />
        </div>
        <div className={styles['report']} aria-busy={isStale}>
          {query.error === null ? null : <Notice tone="error">{failureOf(query.error).message}</Notice>}
          {path === null ? (
            <p className={styles['empty']}>
              Choose a file and the format that its reader expects. Nothing is imported, and the file stays as
              it is.
            </p>
          ) : query.data === undefined || query.error !== null ? null : (
            <div data-stale={isStale || undefined} className={styles['shown']}>
              <FileReportView report={query.data} />
            </div>
          )}
        </div>
      </div>
    </ExportFrame>
  );
}

function useFormatCommand(field: RefObject<HTMLInputElement | null>): void {
  useCommands('validate.format', [commandFor('validate.format', () => field.current?.focus())]);
}
