import { isJsonList, isJsonObject, type Json } from '../../../../shared/domain/json.ts';

/** One replacement in a text: positions and lengths in UTF-16 units, as the changes before it left the text. */
export interface TextChange {
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

/**
 * The changes of a Quill delta (`{ops: [{retain}, {insert}, {delete}]}`), to be applied one after the other. An insert
 * next to a delete is one replacement. What is no operation is passed over; formats change no text.
 */
export function readDelta(delta: Json | undefined): readonly TextChange[] {
  const ops = isJsonObject(delta) ? delta['ops'] : undefined;
  if (!isJsonList(ops)) return [];
  const changes: TextChange[] = [];
  let at = 0;
  let deleted = 0;
  let inserted = '';
  const close = (): void => {
    if (deleted > 0 || inserted !== '') changes.push({ at, deleted, inserted });
    at += inserted.length;
    deleted = 0;
    inserted = '';
  };
  for (const op of ops) {
    if (!isJsonObject(op)) continue;
    if (op['retain'] !== undefined) {
      close();
      at += lengthOf(op['retain']);
    }
    if (op['delete'] !== undefined) deleted += lengthOf(op['delete']);
    if (op['insert'] !== undefined) inserted += insertedText(op['insert']);
  }
  close();
  return changes;
}

/** The same change where it fits into a text of this length: nothing reaches beyond its end. */
export function fitChange(change: TextChange, length: number): TextChange {
  const at = Math.min(change.at, length);
  return { at, deleted: Math.min(change.deleted, length - at), inserted: change.inserted };
}

/** The text after a change that fits it. */
export function applyChange(text: string, { at, deleted, inserted }: TextChange): string {
  return text.slice(0, at) + inserted + text.slice(at + deleted);
}

function lengthOf(value: Json): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** An embedded picture and its kind take one place. */
function insertedText(value: Json): string {
  return typeof value === 'string' ? value : '\uFFFC';
}
