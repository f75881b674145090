/**
 * Loads JSONL into a plain table of a new DuckDB file, with all processors. False where DuckDB has no program for this
 * machine: it comes as one optional package per platform.
 */
export async function loadIntoDuckDb(file: string, target: string): Promise<boolean> {
  const duckdb = await import('@duckdb/node-api').catch(() => null);
  if (duckdb === null) return false;
  const instance = await duckdb.DuckDBInstance.create(target);
  const connection = await instance.connect();
  try {
    const path = file.replaceAll("'", "''");
    await connection.run(
      `CREATE TABLE rows AS SELECT * FROM read_json('${path}', format = 'newline_delimited')`,
    );
    return true;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
