import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Source } from '../../../shared/contract/import-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { byId } from './join-draft.ts';
import { mappingProblem, type RowsMeaning, toMapping } from './mapping-draft.ts';
import { MappingEditor } from './mapping-editor.tsx';
import type { ReadAs } from './read-as.ts';

const previewRows = 1000;
const settleMilliseconds = 250;

export interface RetryMappingDialogProps {
  readonly source: Source;
  readonly isPending: boolean;
  /** Why the last try was refused, as a sentence. */
  readonly problem: string | null;
  readonly onTry: (mapping: Mapping) => void;
  readonly onClose: () => void;
}

/** Changes the mapping for the rejects of a source. Rows that were imported stay as they are. */
export function RetryMappingDialog({ source, isPending, problem, onTry, onClose }: RetryMappingDialogProps) {
  const queries = useQueries();
  const [mapping, setMapping] = useState<Mapping>(() => toMapping(source.mapping));
  const { brings, options } = source;
  const meaning: RowsMeaning = { brings, join: options.join ?? byId };
  const file: ReadAs = { path: source.path, adapter: source.adapter, brings };
  // The file may be gone by now; its rejects are not, and paths can be typed.
  const inspected = useQuery(queries.imports.inspect.queryOptions({ input: file }));
  const columns = inspected.data?.columns ?? [];
  const names = columns.map((column) => column.path);
  const gap = mappingProblem(mapping, names, meaning);
  const settled = useSettled(mapping, settleMilliseconds);
  const preview = useQuery({
    ...queries.imports.preview.queryOptions({
      input: { ...file, mapping: [...settled], join: meaning.join, rows: previewRows },
    }),
    enabled: inspected.isSuccess && gap === null && settled === mapping,
    placeholderData: keepPreviousData,
  });
  const canTry = gap === null && !isPending;
  return (
    <Dialog
      title="Change the mapping and try again"
      isOpen
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!canTry} onPress={() => onTry(mapping)}>
            Try again
          </Button>
        </>
      }
    >
      <p>
        This mapping is for the rejected rows only; what was imported stays as it is. The values are those of
        the first rows of {source.name}.
      </p>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      {inspected.error === null ? null : (
        <Notice tone="caution">
          {failureOf(inspected.error).message} The rejected rows are kept in the project and can be tried all
          the same.
        </Notice>
      )}
      <MappingEditor
        file={file}
        mapping={mapping}
        meaning={meaning}
        columns={columns}
        previews={preview.data?.targets}
        onChange={setMapping}
      />
    </Dialog>
  );
}
