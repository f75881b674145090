/** One step of the schema. Versions grow by 10, are never changed once released and never run twice. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
