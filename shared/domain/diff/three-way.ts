import type { Change } from './diff-texts.ts';

/** What two edits made of a stretch of their output; `left` and `right`: only that edit changed it. */
export type RegionKind = 'same' | 'left' | 'right' | 'agree' | 'conflict';

/**
 * A stretch of an output with what stands in its place in two edits. Offsets are UTF-16 code units of the three
 * texts, ends are exclusive.
 */
export interface Region {
  /** Unique among the regions of three texts. */
  readonly id: string;
  readonly kind: RegionKind;
  readonly outputStart: number;
  readonly outputEnd: number;
  readonly leftStart: number;
  readonly leftEnd: number;
  readonly rightStart: number;
  readonly rightEnd: number;
  /** The changes of either edit in it, in text order. */
  readonly leftChanges: readonly Change[];
  readonly rightChanges: readonly Change[];
}

export interface ThreeTexts {
  readonly output: string;
  readonly left: string;
  readonly right: string;
}

/** Whether two texts are the same to the reader. */
export type SameText = (one: string, other: string) => boolean;

/**
 * The changes of two edits laid over their output. Changes that touch the same text, or put text in at the same
 * place, are one region; one that only begins where another ends is not. The regions follow on each other and cover
 * all three texts: their parts of one text, joined, are that text.
 * @param leftChanges of `diffTexts(output, left)`, nothing ignored; `rightChanges` of `diffTexts(output, right)`
 */
export function mergeChanges(
  texts: ThreeTexts,
  leftChanges: readonly Change[],
  rightChanges: readonly Change[],
  isSame: SameText = (one, other) => one === other,
): Region[] {
  const regions: Region[] = [];
  let [output, left, right] = [0, 0, 0];
  const add = (
    end: number,
    kind: RegionKind | null,
    leftIn: readonly Change[],
    rightIn: readonly Change[],
  ) => {
    const [leftEnd, rightEnd] = [
      left + end - output + growth(leftIn),
      right + end - output + growth(rightIn),
    ];
    const place = {
      outputStart: output,
      outputEnd: end,
      leftStart: left,
      leftEnd,
      rightStart: right,
      rightEnd,
    };
    regions.push({
      id: `${output}-${end}.${left}-${leftEnd}.${right}-${rightEnd}`,
      kind: kind ?? kindOf(texts, place, isSame),
      ...place,
      leftChanges: leftIn,
      rightChanges: rightIn,
    });
    [output, left, right] = [end, leftEnd, rightEnd];
  };
  for (const cluster of clusters(leftChanges, rightChanges)) {
    if (cluster.start > output) add(cluster.start, 'same', [], []);
    add(cluster.end, null, cluster.left, cluster.right);
  }
  if (texts.output.length > output) add(texts.output.length, 'same', [], []);
  return regions;
}

/** How much longer a text became by changes. */
function growth(changes: readonly Change[]): number {
  return changes.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
}

type Place = Omit<Region, 'id' | 'kind' | 'leftChanges' | 'rightChanges'>;

function kindOf(texts: ThreeTexts, place: Place, isSame: SameText): RegionKind {
  const output = texts.output.slice(place.outputStart, place.outputEnd);
  const left = texts.left.slice(place.leftStart, place.leftEnd);
  const right = texts.right.slice(place.rightStart, place.rightEnd);
  const [leftKept, rightKept] = [isSame(left, output), isSame(right, output)];
  if (leftKept) return rightKept ? 'same' : 'right';
  if (rightKept) return 'left';
  return isSame(left, right) ? 'agree' : 'conflict';
}

interface Cluster {
  readonly start: number;
  end: number;
  readonly left: Change[];
  readonly right: Change[];
}

/** Changes of either side that are one place of the output, in text order. */
function* clusters(left: readonly Change[], right: readonly Change[]): Generator<Cluster> {
  let cluster: Cluster | null = null;
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const [leftNext, rightNext] = [left[i], right[j]];
    const isLeft = rightNext === undefined || (leftNext !== undefined && isBefore(leftNext, rightNext));
    const change = isLeft ? leftNext : rightNext;
    if (change === undefined) return;
    if (isLeft) i++;
    else j++;
    if (cluster === null || !touches(cluster, change)) {
      if (cluster !== null) yield cluster;
      cluster = { start: change.outputStart, end: change.outputEnd, left: [], right: [] };
    }
    cluster[isLeft ? 'left' : 'right'].push(change);
    cluster.end = Math.max(cluster.end, change.outputEnd);
  }
  if (cluster !== null) yield cluster;
}

function isBefore(one: Change, other: Change): boolean {
  return (
    one.outputStart < other.outputStart ||
    (one.outputStart === other.outputStart && one.outputEnd <= other.outputEnd)
  );
}

/** Text put in at an end of what the other edit changed has no order with it, and belongs to the same place. */
function touches({ start, end }: Cluster, { outputStart, outputEnd }: Change): boolean {
  return outputStart < end || (outputStart === end && (outputStart === outputEnd || start === end));
}
