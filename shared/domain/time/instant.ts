/** A moment in time: UTC milliseconds since 1970 and, where the source gave one, its original offset. */
export interface Instant {
  readonly ms: number;
  /** Minutes east of UTC as written in the source; null where it named none. */
  readonly offsetMinutes: number | null;
}
