import type { StoredText } from '../../db/stored-text.ts';
import type { AttachmentOrReject, EditToWrite, ItemToWrite, RowToWrite } from './prepare-row.ts';

/**
 * Items on their way to another thread. As JSON and bytes they cost no collection of garbage while they wait, and the
 * long texts of rows go into the database as the bytes they are: the writer makes no strings of them.
 */
export interface PackedItems {
  /** JSON of the items, rows without their texts. */
  readonly items: string;
  /** Of every row its hash, messages, output, metadata and the texts of its edits, in UTF-8, one after the other. */
  readonly texts: Uint8Array<ArrayBuffer>;
  /** How many bytes each of them has. */
  readonly lengths: readonly number[];
}

interface PackedRow extends Pick<RowToWrite, 'row' | 'isEdited'> {
  readonly edits: readonly Omit<EditToWrite, 'text'>[];
}

type PackedItem = AttachmentOrReject | { readonly kind: 'row'; readonly row: PackedRow };

export function packItems(items: readonly ItemToWrite[]): PackedItems {
  const texts: StoredText[] = [];
  const packed = items.map((item): PackedItem => {
    if (item.kind !== 'row') return item;
    const { row, messages, output, meta, edits, isEdited, contentHash } = item.row;
    texts.push(contentHash, messages, output, meta);
    for (const { text } of edits) texts.push(text);
    const withoutTexts = edits.map(({ annotator, at }) => ({ annotator, at }));
    return { kind: 'row', row: { row: factsOf(row), edits: withoutTexts, isEdited } };
  });
  return { items: JSON.stringify(packed), ...packTexts(texts) };
}

/** Makes the items one after the other. */
export function* unpackItems({ items, texts, lengths }: PackedItems): Generator<ItemToWrite> {
  let [at, taken] = [0, 0];
  const nextText = (): Uint8Array => {
    const start = at;
    at += lengths[taken++] ?? 0;
    return texts.subarray(start, at);
  };
  const packed: readonly PackedItem[] = JSON.parse(items);
  for (const item of packed)
    yield item.kind === 'row' ? { kind: 'row', row: unpackRow(item.row, nextText) } : item;
}

function unpackRow({ row, edits, isEdited }: PackedRow, nextText: () => Uint8Array): RowToWrite {
  return {
    row,
    isEdited,
    contentHash: nextText(),
    messages: nextText(),
    output: nextText(),
    meta: nextText(),
    edits: edits.map(({ annotator, at }) => ({ annotator, at, text: nextText() })),
  };
}

/** Where the row was read it has its texts as well; they travel as bytes. */
function factsOf(row: RowToWrite['row']): RowToWrite['row'] {
  const { externalId, keys, session, user, model, promptVersion, createdAt, signals, labels, spans } = row;
  return { externalId, keys, session, user, model, promptVersion, createdAt, signals, labels, spans };
}

function packTexts(texts: readonly StoredText[]): Pick<PackedItems, 'texts' | 'lengths'> {
  const lengths = texts.map((text) => (typeof text === 'string' ? Buffer.byteLength(text) : text.length));
  const packed = Buffer.allocUnsafeSlow(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const [index, text] of texts.entries()) {
    if (typeof text === 'string') packed.write(text, at);
    else packed.set(text, at);
    at += lengths[index] ?? 0;
  }
  return { texts: new Uint8Array(packed.buffer), lengths };
}
