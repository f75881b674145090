import type { Card } from '../../../../shared/domain/export/recipe-parts.ts';
import type { ExportPart } from '../../../../shared/domain/export/split.ts';
import type { Shape } from '../row-shape.ts';

/** One Parquet file of a folder. */
export interface Shard {
  /** In the folder, such as data/train-00000-of-00002.parquet. */
  readonly name: string;
  readonly part: ExportPart;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a card and its metadata are written from. */
export interface PublishedSet {
  readonly card: Card;
  /** What the rows are, in the format's own words. */
  readonly format: { readonly id: string; readonly sentence: string };
  readonly columns: ReadonlyMap<string, Shape>;
  readonly shards: readonly Shard[];
}

/** The names that `datasets` knows parts by. */
export const splitNames = { training: 'train', validation: 'validation', test: 'test' } as const;

export interface SplitOfShards {
  readonly split: (typeof splitNames)[ExportPart];
  readonly rows: number;
  readonly bytes: number;
}

/** Parts with their rows and the bytes of their files, training first. */
export function splitsOf(shards: readonly Shard[]): readonly SplitOfShards[] {
  return Map.groupBy(shards, ({ part }) => part)
    .entries()
    .map(([part, some]) => ({
      split: splitNames[part],
      rows: some.reduce((sum, { rows }) => sum + rows, 0),
      bytes: some.reduce((sum, { bytes }) => sum + bytes, 0),
    }))
    .toArray();
}
