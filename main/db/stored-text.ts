/**
 * A text on its way into the database, as it is or as its UTF-8 bytes: bytes that another thread made cost this one no
 * conversion. SQL takes it as `CAST(? AS TEXT)`.
 */
export type StoredText = string | Uint8Array;
