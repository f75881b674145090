/**
 * Version of the diff engine and of the metrics derived from it. Stored beside every derived value so that
 * values made by an older engine can be found and rebuilt; raise it when the same pair may give another answer.
 */
export const DIFF_VERSION = 1;
