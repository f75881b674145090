/**
 * Single keys that the review screen and the app keep for themselves, so that no question or answer can have them.
 * The user guide lists them, and a test holds this list against it. The digits, `b`, `f`, `l`, `r`, `t`, `z` and the
 * other signs are left to the questions: built-in schemas use them, and new keys of the screen need another place.
 */
export const reviewKeys: ReadonlySet<string> = new Set('acdeghijkmnopqsuvwxy[/?');
