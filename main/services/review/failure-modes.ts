import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { createId } from '../../db/create-id.ts';
import { type Database, transact } from '../../db/database.ts';
import type { AnnotatorRow } from '../../db/tables/annotators.ts';
import {
  type FailureModeRow,
  failureModeFoldKey,
  findFailureMode,
  listFailureModes,
} from '../../db/tables/failure-modes.ts';
import { refoldFailureMode } from '../../db/tables/failure-mode-fold.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { type Actor, actingAnnotator, recordAct } from './act.ts';

export function failureModes(database: Database): FailureModeRow[] {
  return listFailureModes(database, failureModeQuestions(database));
}

/** Makes a failure mode; where one of that name is there (in any letter case), gives that one back unchanged. */
export function createFailureMode(
  database: Database,
  actor: Actor,
  mode: { readonly name: string; readonly definition: string },
): Result<FailureModeRow> {
  return transact(database, () => {
    const name = mode.name.trim();
    if (name === '') return fail('LABEL_INVALID', 'A failure mode needs a name.');
    const known = findFailureMode(database, name, []);
    const id =
      known?.id ?? addFailureMode(database, actor, actingAnnotator(database, actor), { ...mode, name });
    const row = findFailureMode(database, id, failureModeQuestions(database));
    if (!row) throw new Error('A failure mode that was just written is not there.');
    return succeed(row);
  });
}

/** The id of the failure mode that an answer names, by id or name; an unknown name makes one. Inside a transaction. */
export function failureModeId(
  database: Database,
  actor: Actor,
  annotator: AnnotatorRow,
  idOrName: string,
): string {
  const name = idOrName.trim();
  const known = findFailureMode(database, name, []);
  return known?.id ?? addFailureMode(database, actor, annotator, { name, definition: '' });
}

function addFailureMode(
  database: Database,
  actor: Actor,
  annotator: AnnotatorRow,
  payload: { readonly name: string; readonly definition: string },
): string {
  const id = createId();
  const foldKey = failureModeFoldKey(id);
  recordAct(database, actor, annotator, {
    type: 'failure_mode.create',
    interactionId: null,
    foldKey,
    payload: { name: payload.name, definition: payload.definition },
  });
  refoldFailureMode(database, foldKey);
  return id;
}

/** Ids of the questions that are answered by a failure mode. */
export function failureModeQuestions(database: Database): string[] {
  const { questions } = currentLabelSchema(database);
  return questions.filter(({ kind }) => kind === 'failure_mode').map(({ id }) => id);
}
