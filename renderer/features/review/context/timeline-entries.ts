import type { Edit, Item, Label, Signal, SpanLabel } from '../../../../shared/contract/item-operations.ts';

/** Something that happened around an interaction. */
export type Happening =
  | { readonly kind: 'interaction' }
  | { readonly kind: 'signal'; readonly signal: Signal }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'labels'; readonly annotator: string; readonly labels: readonly Label[] }
  | { readonly kind: 'span'; readonly span: SpanLabel };

export interface TimelineEntry {
  /** UTC milliseconds. */
  readonly at: number;
  /** Milliseconds since the interaction; null where its own time is not known. */
  readonly after: number | null;
  readonly happening: Happening;
}

export interface Timeline {
  /** In the order of time. */
  readonly timed: readonly TimelineEntry[];
  /** Nobody knows when. */
  readonly untimed: readonly Happening[];
}

/** Labels that one annotator gave within this time are one act to the reader. */
const sameAct = 60_000;

/** What happened around an interaction: its signals, edits and labels. */
export function timelineOf(item: Item): Timeline {
  const { createdAt } = item;
  const dated: (readonly [at: number | null, happening: Happening])[] = [
    ...(createdAt === null ? [] : [[createdAt, { kind: 'interaction' }] as const]),
    ...item.signals.map(
      (signal) => [signal.at ?? timeOfAction(signal, createdAt), { kind: 'signal', signal }] as const,
    ),
    ...item.edits.map((edit) => [edit.at, { kind: 'edit', edit }] as const),
    ...labelActs(item.labels),
    ...item.spans.map((span) => [span.at, { kind: 'span', span }] as const),
  ];
  return {
    timed: dated
      .flatMap(([at, happening]) =>
        at === null ? [] : { at, after: createdAt === null ? null : at - createdAt, happening },
      )
      .toSorted((first, second) => first.at - second.at),
    untimed: dated.flatMap(([at, happening]) => (at === null ? happening : [])),
  };
}

const unitMilliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** `time_to_send` is a time counted from the interaction, where the log has no other time for it. */
function timeOfAction({ name, number, unit }: Signal, createdAt: number | null): number | null {
  const length = unit === null ? undefined : unitMilliseconds[unit];
  if (
    createdAt === null ||
    number === null ||
    length === undefined ||
    !/^time[\s_.-]*to\b|^time_to_/i.test(name)
  )
    return null;
  return createdAt + number * length;
}

function labelActs(labels: readonly Label[]): (readonly [at: number | null, happening: Happening])[] {
  const acts: { readonly at: number | null; readonly annotator: string; readonly labels: Label[] }[] = [];
  for (const label of labels.toSorted((first, second) => (first.at ?? 0) - (second.at ?? 0))) {
    const act = acts.findLast(
      ({ annotator, at }) =>
        annotator === label.annotator &&
        (at === null ? label.at === null : label.at !== null && label.at - at <= sameAct),
    );
    if (act === undefined) acts.push({ at: label.at, annotator: label.annotator, labels: [label] });
    else act.labels.push(label);
  }
  return acts.map(({ at, annotator, labels: given }) => [at, { kind: 'labels', annotator, labels: given }]);
}
