/** Interactions read at a time. */
const pageSize = 500;

/** Pages of interactions, each with how many have been looked at when it is through. */
export function* pagesOf(seqs: readonly number[]): Generator<[page: readonly number[], looked: number]> {
  for (let at = 0; at < seqs.length; at += pageSize) {
    const page = seqs.slice(at, at + pageSize);
    yield [page, at + page.length];
  }
}
