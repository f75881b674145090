import { closeSync, openSync, readSync } from 'node:fs';
import { connectNew, prepare, transact } from '../main/db/database.ts';

const chunkBytes = 1 << 20;
const batchRows = 1000;
const lineFeed = 10;

/**
 * The least that any import has to do: split lines on a 1 MiB buffer, JSON.parse each, and one bare prepared INSERT
 * into a table without indexes, one transaction a batch, with the project's own pragmas. Returns the rows written.
 */
export function importFloor(file: string, target: string): number {
  const database = connectNew(target);
  try {
    database.exec(
      'CREATE TABLE floor (seq INTEGER PRIMARY KEY, output TEXT NOT NULL, body TEXT NOT NULL) STRICT',
    );
    const insert = prepare(database, 'INSERT INTO floor (output, body) VALUES (?, ?)');
    let rows = 0;
    let batch: string[] = [];
    const flush = () => {
      transact(database, () => {
        for (const line of batch) {
          const row: { readonly output: string } = JSON.parse(line);
          insert.run(row.output, line);
        }
      });
      rows += batch.length;
      batch = [];
    };
    for (const line of linesOf(file)) {
      batch.push(line);
      if (batch.length === batchRows) flush();
    }
    if (batch.length > 0) flush();
    return rows;
  } finally {
    database.close();
  }
}

function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(chunkBytes);
    let rest = Buffer.alloc(0);
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) {
      const chunk =
        rest.length === 0 ? buffer.subarray(0, size) : Buffer.concat([rest, buffer.subarray(0, size)]);
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
        yield chunk.toString('utf8', start, end);
        start = end + 1;
      }
      rest = Buffer.from(chunk.subarray(start));
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
