import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Brings, ImportOptions, SavedMapping } from '../../../shared/contract/import-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { byId } from './join-draft.ts';
import { bringsOfMapping, mappingProblem, toMapping } from './mapping-draft.ts';
import type { ReadAs } from './read-as.ts';
import { mappingFor } from './target-groups.ts';

/** Rows of the dry run: the most that the engine tries at once. */
const previewRows = 1000;
const settleMilliseconds = 250;

/** What a person decided on a file; undefined and null stand for what the app proposes. */
interface Draft {
  readonly adapter: null | undefined;
  readonly brings: Brings | undefined;
  readonly mapping: Mapping | null;
  readonly options: ImportOptions;
}

const untouched: Draft = { adapter: undefined, brings: undefined, mapping: null, options: {} };

/** One file on its way into the project: what the engine says of it, and what the person decides. */
export function useImportDraft(path: string) {
  const queries = useQueries();
  const [draft, setDraft] = useState(untouched);
  const file: ReadAs = {
    path,
    ...(draft.adapter === undefined ? {} : { adapter: draft.adapter }),
    ...(draft.brings === undefined ? {} : { brings: draft.brings }),
  };
  const detected = useQuery(queries.imports.inspect.queryOptions({ input: { path } }));
  const inspected = useQuery({
    ...queries.imports.inspect.queryOptions({ input: file }),
    placeholderData: keepPreviousData,
  });
  const guessed = useMemo(() => toMapping(inspected.data?.mapping ?? []), [inspected.data]);
  const brings = draft.brings ?? inspected.data?.adapter?.brings ?? 'interactions';
  const join = draft.options.join ?? byId;
  const whole = draft.mapping ?? guessed;
  // What another way to join would read stays in the draft, should the person come back to it.
  const mapping = useMemo(() => mappingFor(whole, { brings, join }), [whole, brings, join]);
  const columns = inspected.data?.columns ?? [];
  const names = columns.map((column) => column.path);
  const problem = mappingProblem(mapping, names, { brings, join });
  const isInspected = inspected.isSuccess && !inspected.isPlaceholderData;

  const settled = useSettled(mapping, settleMilliseconds);
  const settledJoin = useSettled(join, settleMilliseconds);
  const preview = useQuery({
    ...queries.imports.preview.queryOptions({
      input: { ...file, brings, mapping: [...settled], join: settledJoin, rows: previewRows },
    }),
    // A mapping that was made for rows read in another way says nothing about these.
    enabled: isInspected && problem === null && settled === mapping && settledJoin === join,
    placeholderData: keepPreviousData,
  });
  const isRefused = preview.error !== null && failureOf(preview.error).code === 'MAPPING_INVALID';

  return {
    file,
    tool: detected.data?.adapter ?? null,
    isPlain: draft.adapter === null,
    inspected,
    brings,
    join,
    columns,
    mapping,
    options: draft.options,
    preview,
    isRefused,
    problem,
    isChanged: draft.mapping !== null,
    isReady: isInspected && problem === null && !isRefused,
    setMapping: (next: Mapping) =>
      setDraft({ ...draft, mapping: [...next, ...whole.filter((entry) => !mapping.includes(entry))] }),
    backToGuess: () => setDraft({ ...draft, mapping: null }),
    setOptions: (options: ImportOptions) => setDraft({ ...draft, options }),
    readPlain: (isPlain: boolean) =>
      setDraft({ ...untouched, adapter: isPlain ? null : undefined, options: draft.options }),
    setBrings: (next: Brings) =>
      setDraft({
        ...draft,
        brings: next === 'interactions' ? undefined : next,
        mapping: null,
      }),
    applySaved: (saved: SavedMapping) => {
      const next = toMapping(saved.mapping);
      const needed = bringsOfMapping(next);
      setDraft({
        ...draft,
        // It was saved for rows as they stand.
        adapter: detected.data?.adapter === null ? undefined : null,
        brings: needed === 'interactions' ? undefined : needed,
        mapping: next,
      });
    },
  };
}
