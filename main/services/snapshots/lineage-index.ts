import type { LineageRow } from '../../../shared/domain/export/lineage.ts';
import { type ExportPart, exportPartSchema } from '../../../shared/domain/export/split.ts';
import { hashText } from '../../../shared/domain/text/hash-text.ts';

/** A row of the snapshot that is looked up in. */
export interface IndexedRow {
  readonly part: ExportPart;
  readonly line: number;
  /** 52 bits of the row's hash, which `fingerprintOf` gives for another row. */
  readonly fingerprint: number;
}

/**
 * The rows of one snapshot by their interaction, in 21 bytes a place and no texts: a million rows take some 45 MB. Where an
 * interaction gave several rows, the first belongs with the first one.
 */
export interface LineageIndex {
  readonly add: (row: LineageRow) => void;
  /** The next row of this interaction that was not taken yet; null where there is none. */
  readonly take: (interaction: string) => IndexedRow | null;
  /** Whether a row that was added was taken. */
  readonly wasTaken: (row: LineageRow) => boolean;
}

/** @param rows how many will be added at most */
export function createLineageIndex(rows: number): LineageIndex {
  const size = 2 ** Math.ceil(Math.log2(Math.max(rows, 1) * 2));
  const keys = new Float64Array(size).fill(-1);
  const fingerprints = new Float64Array(size);
  const lines = new Uint32Array(size);
  /** Index of the part; 4 more where it was taken. */
  const states = new Uint8Array(size);

  /** The place of a key, or the free one where it would stand. */
  const placeOf = (key: number): number => {
    let place = key % size;
    while (keys[place] !== key && keys[place] !== -1) place = (place + 1) % size;
    return place;
  };

  const firstWhere = (interaction: string, holds: (place: number) => boolean): number => {
    for (let nth = 0; ; nth++) {
      const place = placeOf(hashText(interaction, nth));
      if (keys[place] === -1 || holds(place)) return place;
    }
  };

  return {
    add: (row) => {
      let key = hashText(row.interaction);
      for (let nth = 1; keys[placeOf(key)] !== -1; nth++) key = hashText(row.interaction, nth);
      const place = placeOf(key);
      keys[place] = key;
      fingerprints[place] = fingerprintOf(row);
      lines[place] = row.line;
      states[place] = exportPartSchema.options.indexOf(row.part);
    },
    take: (interaction) => {
      const place = firstWhere(interaction, (at) => ((states[at] ?? 0) & taken) === 0);
      const state = states[place] ?? 0;
      const part = exportPartSchema.options[state];
      if (keys[place] === -1 || part === undefined) return null;
      states[place] = state | taken;
      return { part, line: lines[place] ?? 0, fingerprint: fingerprints[place] ?? 0 };
    },
    wasTaken: ({ interaction, part, line }) => {
      const index = exportPartSchema.options.indexOf(part);
      const place = firstWhere(
        interaction,
        (at) => lines[at] === line && ((states[at] ?? 0) & ~taken) === index,
      );
      return ((states[place] ?? 0) & taken) !== 0;
    },
  };
}

const taken = 4;

export function fingerprintOf({ sha256 }: Pick<LineageRow, 'sha256'>): number {
  return Number.parseInt(sha256.slice(0, 13), 16);
}
