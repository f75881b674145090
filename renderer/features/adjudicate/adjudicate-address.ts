/** What the address of the screen says: which question is resolved, and on which interaction. */
export interface AdjudicateAddress {
  readonly question: string | null;
  readonly id: string | null;
}

/** Reads `question=verdict&id=...` from the query part of the address. */
export function readAddress(search: string): AdjudicateAddress {
  const parameters = new URLSearchParams(search);
  return { question: parameters.get('question'), id: parameters.get('id') };
}
