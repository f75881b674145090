/** What folding needs to know of an event. */
export interface HistoryEvent {
  readonly id: string;
  /** The event that this one takes back; null for an act. */
  readonly undoes: string | null;
}

/**
 * The acts that count: those which no standing event undoes. An undo can itself be undone (redo), which makes
 * its target count again.
 * @param events all events of one fold key, oldest first by clock; an undo always follows what it undoes
 * @returns the standing events, oldest first, acts and undos alike
 */
export function standingEvents<Event extends HistoryEvent>(events: readonly Event[]): Event[] {
  const undone = new Set<string>();
  const standing = events.toReversed().filter((event) => {
    if (undone.has(event.id)) return false;
    if (event.undoes !== null) undone.add(event.undoes);
    return true;
  });
  return standing.toReversed();
}

/** The act that decides a key's state, or null where none stands. */
export function latestAct<Event extends HistoryEvent>(events: readonly Event[]): Event | null {
  return standingEvents(events).findLast((event) => event.undoes === null) ?? null;
}
