import type { CodingNote, CodingNotes } from '../../../shared/contract/coding-operations.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { allNotes, annotatorNames, notedInteractions, type NoteRow } from '../../db/tables/coding-notes.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { modeSeqs } from '../../db/tables/mode-lookups.ts';
import { listModesInUse } from '../../db/tables/reviewed.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { createSayingsReader } from '../modes/read-sayings.ts';

export interface NotesInput {
  readonly grouped: boolean;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** What people wrote so far, with the failure mode that each note's place is in. JOB_CANCELLED. */
export async function listNotes(
  database: Database,
  input: NotesInput,
  signal?: AbortSignal,
): Promise<Result<CodingNotes>> {
  return runInSlices(notes(database, input), signal);
}

interface GroupedNote extends NoteRow {
  readonly mode: number | null;
}

function* notes(
  database: Database,
  { grouped, after, limit = 200 }: NotesInput,
): Generator<void, CodingNotes> {
  const questions = currentLabelSchema(database).questions.filter(({ kind }) => kind === 'text');
  const rows = allNotes(
    database,
    questions.map(({ id }) => id),
  );
  const all = yield* withModes(database, rows);
  const modes = listModesInUse(database);
  const counts = new Map<number, number>();
  for (const { mode } of all) if (mode !== null) counts.set(mode, (counts.get(mode) ?? 0) + 1);
  const wanted = all.filter(({ mode }) => (mode !== null) === grouped).toSorted(newestFirst);
  const begin = after === undefined ? 0 : wanted.findIndex((note) => isBehind(note, after));
  const page = begin < 0 ? [] : wanted.slice(begin, begin + limit);
  const last = page.at(-1);
  return {
    notes: readPage(database, page, {
      names: new Map(questions.map(({ id, name }) => [id, name])),
      modes: new Map(modes.map(({ seq, ...mode }) => [seq, mode])),
    }),
    total: wanted.length,
    nextAfter: last === undefined || begin + limit >= wanted.length ? null : cursorOf(last),
    groups: modes.map(({ seq, id, name }) => ({ id, name, notes: counts.get(seq) ?? 0 })),
  };
}

/** Interactions looked at in one step. */
const stepSize = 5000;

/** @param rows in import order */
function* withModes(database: Database, rows: readonly NoteRow[]): Generator<void, GroupedNote[]> {
  const seqs = modeSeqs(database);
  const read = createSayingsReader(database, (id) => seqs.get(id) ?? null);
  const found: GroupedNote[] = [];
  for (const [step, part] of Map.groupBy(rows, ({ seq }) => Math.floor(seq / stepSize))) {
    const sayOf = read(step * stepSize, (step + 1) * stepSize - 1);
    for (const row of part) found.push({ ...row, mode: sayOf(row.seq, row.place).mode });
    yield;
  }
  return found;
}

/** A note's place in the order, which stays when others come or go. */
interface NotePlace {
  readonly at: number;
  readonly key: string;
}

function placeOf({ at, seq, annotatorSeq, place, question }: NoteRow): NotePlace {
  return { at: at ?? 0, key: `${seq}/${annotatorSeq}/${question ?? ''}/${place}` };
}

function newestFirst(a: NoteRow, b: NoteRow): number {
  return compare(placeOf(a), placeOf(b));
}

function compare(a: NotePlace, b: NotePlace): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

function cursorOf(note: NoteRow): string {
  const { at, key } = placeOf(note);
  return `${at} ${key}`;
}

function isBehind(note: NoteRow, cursor: string): boolean {
  const [at = '', ...key] = cursor.split(' ');
  return compare(placeOf(note), { at: Number(at), key: key.join(' ') }) > 0;
}

interface PageNames {
  readonly names: ReadonlyMap<string, string>;
  readonly modes: ReadonlyMap<number, { readonly id: string; readonly name: string }>;
}

function readPage(
  database: Database,
  page: readonly GroupedNote[],
  { names, modes }: PageNames,
): CodingNote[] {
  const annotators = annotatorNames(database);
  const seqs = [...new Set(page.map(({ seq }) => seq))];
  const interactions = new Map(notedInteractions(database, seqs).map((row) => [row.seq, row]));
  return page.flatMap((note) => {
    const interaction = interactions.get(note.seq);
    if (interaction === undefined) return [];
    return [
      {
        key: placeOf(note).key,
        interactionId: interaction.id,
        place: note.place,
        text: note.text,
        annotator: annotators.get(note.annotatorSeq) ?? '',
        question: note.question === null ? null : (names.get(note.question) ?? note.question),
        quote: note.quote ?? interaction.output,
        added: note.added,
        at: note.at,
        failureMode: note.mode === null ? null : (modes.get(note.mode) ?? null),
      },
    ];
  });
}
