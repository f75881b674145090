import { changeContextUnits } from '../../../shared/domain/clusters/change-text-at.ts';
import type { Change } from '../../../shared/contract/cluster-operations.ts';
import { weekName } from '../../../shared/domain/time/iso-week.ts';
import type { Database } from '../../db/database.ts';
import { createTextReader, notesOf } from '../../db/tables/change-texts.ts';
import { describedChange } from '../../db/tables/described-changes.ts';

/** Changes with some text around them, in the order asked for; those that are gone are left out. */
export function readChanges(database: Database, seqs: readonly number[]): Change[] {
  const textOf = createTextReader(database);
  return seqs.flatMap((seq) => {
    const change = describedChange(database, seq);
    if (change === null) return [];
    const { removed, added, before, after, comments } = textOf(change);
    const { modeId, modeName, week, interactionSeq, place } = change;
    return {
      interactionId: change.interactionId,
      place,
      removed: shortened(removed),
      added: shortened(added),
      before: change.start > before.length ? fromWord(before) : before,
      after: toWord(after),
      comments: place === '' ? [...comments] : notesOf(database, interactionSeq, place),
      clusterId: change.clusterId,
      failureMode: modeId === null || modeName === null ? null : { id: modeId, name: modeName },
      how: change.how,
      similarity: change.similarity,
      week: week === null ? null : weekName(week),
      createdAt: change.createdAt,
    };
  });
}

/** A text that begins inside a word, from the next word on; as it is where none begins soon, as in Chinese. */
function fromWord(text: string): string {
  return `…${text.replace(/^\S{0,20}\s+/, '')}`;
}

/** A text that may end inside a word, to the word before it. A short one ends where the output does. */
function toWord(text: string): string {
  return text.length < changeContextUnits - 1 ? text : `${text.replace(/\s+\S{0,20}$/, '')}…`;
}

/** Of a rewritten page a list shows no more than this; the review shows all of it. */
const longest = 4000;

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
