/**
 * Single keys that the review screen and the app keep for themselves, so that no question or answer can have them.
 * The user guide lists them, and a test holds this list against it.
 */
export const reviewKeys: ReadonlySet<string> = new Set('jksuhnpmxvwoeciaqg[/?');
