import { changeDigest } from '../../../shared/domain/clusters/change-features.ts';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { placeKey } from '../../../shared/domain/spans/span-place.ts';
import { createMondayInZone } from '../../../shared/domain/time/iso-week.ts';
import type { Database } from '../../db/database.ts';
import {
  failureSigns,
  labelledPlaces,
  type LabelledPlace,
  loggedAt,
  lowRatingOf,
  shownEdits,
} from '../../db/tables/change-sources.ts';
import type { FoundChange } from '../../db/tables/changes.ts';
import { readProject } from '../../db/tables/project.ts';

/** Finds the changes of interactions behind one seq up to another, in their order. */
export type ChangeFinder = (after: number, through: number) => FoundChange[];

/**
 * Changes are the hunks of the edit that an interaction shows, as a reader sees them, so that labels on them have the
 * same places; and places that people labelled themselves. Where a labelled change holds hunks, as in imported files, it
 * is what counts and they are left out. An output that failed is one more.
 */
export function createChangeFinder(database: Database): ChangeFinder {
  const mondayOf = createMondayInZone(readProject(database).timeZone);
  const lowRating = lowRatingOf(database);
  return (after, through) => {
    const weeks = new Map(
      loggedAt(database, after, through).map(({ seq, at }) => [seq, at === null ? null : mondayOf(at)]),
    );
    const labelled = Map.groupBy(labelledPlaces(database, after, through), ({ seq }) => seq);
    const found: FoundChange[] = [];
    const add = (change: Omit<FoundChange, 'week'>) =>
      found.push({ ...change, week: weeks.get(change.interactionSeq) ?? null });
    for (const { seq, editSeq, output, edit } of shownEdits(database, after, through)) {
      const places = labelled.get(seq) ?? [];
      for (const change of diffTexts(output, edit, { refine: false }).changes) {
        const { outputStart: start, outputEnd: end, editStart: startAdded, editEnd: endAdded } = change;
        const { removed, added } = change;
        const place = placeKey({ start, end, added });
        const taken = places.findIndex((one) => one.place === place);
        if (taken !== -1) places.splice(taken, 1);
        else if (places.some((one) => one.added !== null && isInside(start, end, one))) continue;
        const units = { start, end, startAdded, endAdded };
        const digest = digestOf({ removed, added });
        add({ interactionSeq: seq, kind: 'change', editSeq, place, ...units, digest });
      }
    }
    for (const { seq, place, start, end, quote, added } of [...labelled.values()].flat()) {
      const digest = digestOf({ removed: quote, added: added ?? '' });
      add({ ...ofOutput, interactionSeq: seq, kind: 'change', place, start, end, digest });
    }
    const signs = Map.groupBy(failureSigns(database, after, through, lowRating), ({ seq }) => seq);
    for (const [seq, said] of signs) {
      const comments = said.flatMap(({ comment }) => comment ?? []);
      const digest = digestOf({ comments, isWhole: true });
      add({ ...ofOutput, interactionSeq: seq, kind: 'output', place: '', start: 0, end: 0, digest });
    }
    return found;
  };
}

/** What is in no edit. */
const ofOutput = { editSeq: null, startAdded: 0, endAdded: 0 } as const;

/** Whether a hunk is a part of a labelled change; not so where it is all of it, as after the edit was changed there. */
function isInside(start: number, end: number, place: LabelledPlace): boolean {
  return start >= place.start && end <= place.end && end - start < place.end - place.start;
}

/** Nothing but these decides it. */
const plain = {
  removed: '',
  added: '',
  before: '',
  after: '',
  comments: [],
  isWhole: false,
  position: 0,
} as const;

function digestOf(change: Partial<Parameters<typeof changeDigest>[0]>): number {
  return changeDigest({ ...plain, ...change });
}
