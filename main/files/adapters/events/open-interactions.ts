import type { FoldedInteraction } from './folded-interaction.ts';
import type { LoggedEvent } from './logged-event.ts';

/** The interactions that later events may be about, oldest first. */
export class OpenInteractions {
  readonly #open = new Set<FoldedInteraction>();
  /** The newest open one of each id, of each id in a session, and of each session. */
  readonly #newest = new Map<string, FoldedInteraction>();

  get size(): number {
    return this.#open.size;
  }

  add(interaction: FoldedInteraction): void {
    this.#open.add(interaction);
    for (const name of namesOf(interaction.shown)) this.#newest.set(name, interaction);
  }

  remove(interaction: FoldedInteraction): void {
    this.#open.delete(interaction);
    for (const name of namesOf(interaction.shown)) {
      if (this.#newest.get(name) === interaction) this.#newest.delete(name);
    }
  }

  /** The interaction of the event's id; where it has none, the newest of its session. */
  find({ interaction: id, session }: LoggedEvent): FoldedInteraction | undefined {
    if (id === undefined) return this.#newest.get(sessionName(session));
    const ofId = this.#newest.get(idName(id));
    if (session === undefined) return ofId;
    // Ids may count from one in each session, and not every event has to repeat the session.
    const ofSession = this.#newest.get(idName(id, session));
    return ofSession ?? (ofId?.shown.session === undefined ? ofId : undefined);
  }

  oldest(): FoldedInteraction | undefined {
    const [oldest] = this.#open;
    return oldest;
  }

  ofSession(session: string | undefined): readonly FoldedInteraction[] {
    return this.all().filter((interaction) => interaction.session === session);
  }

  all(): readonly FoldedInteraction[] {
    return [...this.#open];
  }
}

function namesOf({ interaction: id, session }: LoggedEvent): readonly string[] {
  const names = [sessionName(session)];
  if (id !== undefined) names.push(idName(id));
  if (id !== undefined && session !== undefined) names.push(idName(id, session));
  return names;
}

function sessionName(session: string | undefined): string {
  return JSON.stringify(['session', session ?? null]);
}

function idName(...parts: readonly string[]): string {
  return JSON.stringify(['id', ...parts]);
}
