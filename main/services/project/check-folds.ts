import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import { findAnnotatorById } from '../../db/tables/annotators.ts';
import { foldedAppEdit, readAppEdit } from '../../db/tables/app-edits.ts';
import {
  countFoldedRows,
  countStrayLabels,
  countStraySpanLabels,
  countWrongFlags,
  journalCounts,
} from '../../db/tables/fold-counts.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { foldedLabel, readLabel } from '../../db/tables/labels.ts';
import { foldedSpanLabel, readSpanLabel } from '../../db/tables/span-labels.ts';
import { allFoldKeys } from '../review/fold-keys.ts';

/** Every event names an actor, and an undo names an event of its own fold key that came before it. */
export function checkJournal(database: Database): CheckOutcome {
  const { events, strayUndos } = journalCounts(database);
  return outcome('journal', events, strayUndos, 'undos do not belong to the event they take back');
}

/** Labels are what events and imports say they are. */
export function checkLabels(database: Database): CheckOutcome {
  let wrong = countStrayLabels(database);
  for (const foldKey of allFoldKeys(database)) {
    const target = parseFoldKey(foldKey);
    if (target.kind !== 'label') continue;
    const interaction = findInteraction(database, target.interactionId);
    const annotator = findAnnotatorById(database, target.annotatorId);
    if (!interaction || !annotator) continue;
    const key = { interaction, annotator, question: target.question };
    if (!isSame(readLabel(database, key), foldedLabel(database, key))) wrong++;
  }
  return outcome('labels', countFoldedRows(database).labels, wrong, 'labels differ from what people did');
}

/** Labels on parts of outputs are what events and imports say they are. */
export function checkSpanLabels(database: Database): CheckOutcome {
  let wrong = countStraySpanLabels(database);
  for (const foldKey of allFoldKeys(database)) {
    const target = parseFoldKey(foldKey);
    if (target.kind !== 'span') continue;
    const interaction = findInteraction(database, target.interactionId);
    const annotator = findAnnotatorById(database, target.annotatorId);
    if (!interaction || !annotator) continue;
    const key = { interaction, annotator, place: target.place };
    if (!isSame(readSpanLabel(database, key), foldedSpanLabel(database, key))) wrong++;
  }
  const { spanLabels } = countFoldedRows(database);
  return outcome('span_labels', spanLabels, wrong, 'labels on parts of outputs differ from what people did');
}

/** Edits made in the app are what events say they are. */
export function checkEdits(database: Database): CheckOutcome {
  let wrong = 0;
  for (const foldKey of allFoldKeys(database)) {
    const target = parseFoldKey(foldKey);
    if (target.kind !== 'edit') continue;
    const interaction = findInteraction(database, target.interactionId);
    const annotator = findAnnotatorById(database, target.annotatorId);
    if (!interaction || !annotator) continue;
    const key = { interaction, annotator };
    if (!isSame(readAppEdit(database, key), foldedAppEdit(database, key))) wrong++;
  }
  return outcome('edits', countFoldedRows(database).appEdits, wrong, 'edits differ from what people did');
}

/** `edited` and `labelled` tell what edits and labels tell. */
export function checkFlags(database: Database): CheckOutcome {
  const { interactions } = countFoldedRows(database);
  return outcome('flags', interactions, countWrongFlags(database), 'interactions are counted wrongly');
}

export function outcome(rule: string, looked: number, rows: number, message: string): CheckOutcome {
  return { rule, looked, problems: rows === 0 ? [] : [{ rule, message: `${rows} ${message}`, rows }] };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
