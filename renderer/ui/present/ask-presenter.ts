import { createLane, type Lane } from '../worker-lane.ts';
import type { PresentAnswer, PresentRequest } from './present-text.ts';

/** Parsers of other people's languages may take their time on odd text; who takes longer (ms) is ended. */
const longestWork = 4_000;

/**
 * A worker with the highlighter and the Markdown parser, loaded when it is first asked; so that neither weighs on the
 * start of the app nor can hold up the screen.
 */
const lane: Lane<PresentRequest, PresentAnswer> = createLane(
  () => new Worker(new URL('./present-worker.ts', import.meta.url), { type: 'module' }),
);

/** Returns the function that gives the question up. */
export function askPresenter(request: PresentRequest, onAnswer: (answer: PresentAnswer) => void): () => void {
  if (typeof Worker === 'undefined') return () => undefined;
  const errand = lane.ask(request, (answer) => {
    clearTimeout(timer);
    onAnswer(answer);
  });
  const timer = setTimeout(errand.cancel, longestWork);
  return () => {
    clearTimeout(timer);
    errand.cancel();
  };
}
