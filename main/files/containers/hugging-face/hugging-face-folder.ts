import { join } from 'node:path';
import type { Card } from '../../../../shared/domain/export/recipe-parts.ts';
import type { ExportPart } from '../../../../shared/domain/export/split.ts';
import { parseJson } from '../../../../shared/domain/json.ts';
import type { FileSet } from '../../file-set.ts';
import type { Scratch } from '../../scratch.ts';
import { writeParquet } from '../parquet-sink.ts';
import { joinShapes, type Shape, shapeOf } from '../row-shape.ts';
import type { RowSink } from '../row-sink.ts';
import { croissant } from './croissant.ts';
import { datasetCard } from './dataset-card.ts';
import { type PublishedSet, type Shard, splitNames } from './published-set.ts';

/** A folder as Hugging Face has data sets: Parquet files of parts, a card and Croissant's metadata. */
export interface HuggingFaceFolder {
  /** Takes the rows of a part. All parts have to be added before the first one is finished. */
  readonly sinkOf: (part: ExportPart) => RowSink;
  /** The files with rows, when all parts are finished. */
  readonly shards: () => readonly Shard[];
  /** Writes the card and the metadata, when all parts are finished. */
  readonly complete: (about: { readonly card: Card; readonly format: PublishedSet['format'] }) => void;
}

/** Text of the rows of one file; compressed it is a fraction, and `datasets` reads files side by side. */
const shardLength = 1 << 28;

interface Part {
  readonly part: ExportPart;
  readonly scratch: Scratch;
  /** Rows of each file. */
  readonly rows: number[];
  length: number;
}

/** The columns of all files are the same, as one configuration wants them: they are known only after the last row. */
export function createHuggingFaceFolder(
  folder: string,
  files: FileSet,
  mostLength = shardLength,
): HuggingFaceFolder {
  files.folder(join(folder, 'data'));
  let shape: Shape = { kind: 'none' };
  const written: Omit<Shard, 'bytes' | 'sha256'>[] = [];
  const columns = (): ReadonlyMap<string, Shape> => (shape.kind === 'object' ? shape.fields : new Map());

  const shards = (): readonly Shard[] => {
    const described = new Map(files.describe().map((file) => [file.path, file]));
    return written.map((shard) => {
      const { bytes, sha256 } = described.get(join(folder, shard.name)) ?? { bytes: 0, sha256: '' };
      return { ...shard, bytes, sha256 };
    });
  };

  return {
    sinkOf: (part) => {
      const to: Part = { part, scratch: files.scratch(join(folder, 'data', part)), rows: [0], length: 0 };
      return {
        add: (line) => {
          shape = joinShapes(shape, shapeOf(parseJson(line)));
          to.scratch.write(line);
          if (to.length >= mostLength) {
            to.rows.push(0);
            to.length = 0;
          }
          to.length += line.length;
          to.rows.push((to.rows.pop() ?? 0) + 1);
        },
        finish: function* finish() {
          const lines = to.scratch.lines();
          for (const [at, rows] of to.rows.entries()) {
            const name = `data/${splitNames[part]}-${digits(at)}-of-${digits(to.rows.length)}.parquet`;
            yield* writeParquet(files.add(join(folder, name)), columns(), take(lines, rows));
            written.push({ name, part, rows });
          }
        },
      };
    },
    shards,
    complete: (about) => {
      const set = { ...about, columns: columns(), shards: shards() };
      files.add(join(folder, 'README.md')).write(datasetCard(set));
      files.add(join(folder, 'croissant.json')).write(`${JSON.stringify(croissant(set), null, 2)}\n`);
    },
  };
}

/** The next lines of a generator, which goes on behind them. */
function* take(lines: Generator<string>, count: number): Generator<string> {
  for (let at = 0; at < count; at += 1) {
    const line = lines.next();
    if (line.done === true) return;
    yield line.value;
  }
}

function digits(number: number): string {
  return String(number).padStart(5, '0');
}
