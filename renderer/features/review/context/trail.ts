import { useReviewState } from '../review-state.ts';

/** An interaction that was left for another one of its session, or for a similar one. */
interface Place {
  readonly project: string | undefined;
  readonly id: string;
}

/** Steps aside that can be gone back. */
const longest = 50;

let places: readonly Place[] = [];

/** Remembers an interaction that is left. */
export function leaveTrail(id: string): void {
  places = [...places, { project: currentProject(), id }].slice(-longest);
}

/** The interaction to go back to; null where there is none. Each is gone back to once. */
export function followTrailBack(current: string): string | null {
  const index = places.findLastIndex(({ project, id }) => project === currentProject() && id !== current);
  const id = places[index]?.id ?? null;
  places = places.slice(0, Math.max(0, index));
  return id;
}

function currentProject(): string | undefined {
  return useReviewState.getState().lastOpened?.project;
}
