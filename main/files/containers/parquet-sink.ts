import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { isJsonObject, type JsonObject, parseJson } from '../../../shared/domain/json.ts';
import type { Scratch } from '../scratch.ts';
import type { SetFile } from '../file-set.ts';
import { parquetCell, parquetSchema } from './parquet-columns.ts';
import { joinShapes, type Shape, shapeOf } from './row-shape.ts';
import type { RowSink } from './row-sink.ts';

/** A row group ends at whichever comes first; it is held in memory. */
const mostRows = 5000;
const mostText = 1 << 22;

/**
 * Columns are the rows' keys with their real types: messages are lists of structs, as `datasets` loads them. They are
 * known only after the last row, so that rows wait on disk.
 */
export function createParquetSink(file: SetFile, scratch: Scratch): RowSink {
  let shape: Shape = { kind: 'none' };
  return {
    add: (line) => {
      shape = joinShapes(shape, shapeOf(parseJson(line)));
      scratch.write(line);
    },
    finish: () => writeParquet(file, shape.kind === 'object' ? shape.fields : new Map(), scratch.lines()),
  };
}

/** Writes lines of JSON into a file with these columns. Yields after each row group. */
export function* writeParquet(
  file: SetFile,
  columns: ReadonlyMap<string, Shape>,
  lines: Iterable<string>,
): Generator<void, void, void> {
  const bytes = new FlushedWriter(file);
  const writer = new ParquetWriter({ writer: bytes, schema: parquetSchema(columns), createdBy: 'flywheel' });
  for (const rows of rowGroups(lines)) {
    const columnData = Array.from(columns, ([name, column]) => ({
      name,
      data: rows.map((row) => parquetCell(row[name], column)),
    }));
    void writer.write({ columnData, rowGroupSize: mostRows });
    yield;
  }
  void writer.finish();
}

function* rowGroups(lines: Iterable<string>): Generator<JsonObject[]> {
  let rows: JsonObject[] = [];
  let length = 0;
  for (const line of lines) {
    const row = parseJson(line);
    if (isJsonObject(row)) rows.push(row);
    length += line.length;
    if (rows.length < mostRows && length < mostText) continue;
    yield rows;
    rows = [];
    length = 0;
  }
  if (rows.length > 0) yield rows;
}

/** Hands each row group on as it is ready; `offset` goes on counting. */
class FlushedWriter extends ByteWriter {
  readonly #file: SetFile;

  constructor(file: SetFile) {
    super(mostText);
    this.#file = file;
  }

  flush(): void {
    this.#file.write(this.getBytes().slice());
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
