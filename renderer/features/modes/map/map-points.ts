/** Changes as points of the map, in columns. */
export interface MapPoints {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly seq: Int32Array;
  /** Index into the lists of the map, -1 for none. */
  readonly cluster: Int16Array;
  readonly mode: Int16Array;
  readonly week: Int16Array;
  readonly action: Int16Array;
}
