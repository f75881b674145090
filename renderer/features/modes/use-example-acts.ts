import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Change, ChangeSubject, Mode } from '../../../shared/contract/cluster-operations.ts';
import { reviewPath } from '../../app/routes.ts';
import type { ModeActs } from './use-mode-acts.ts';
import { unitKey } from './use-examples.ts';

export interface ExampleActs {
  readonly open: (change: Change) => void;
  readonly say: (change: Change, verdict: 'in' | 'out') => Promise<void>;
  readonly move: (change: Change, target: string) => Promise<void>;
  readonly moveToNew: (change: Change, name: string) => Promise<void>;
  /** What was said of it since the list was made; null: nothing. */
  readonly said: (change: Change) => string | null;
}

interface Said {
  /** Steps taken back or again until then: with the next one, none of this is sure any more. */
  readonly steps: number;
  readonly texts: ReadonlyMap<string, string>;
}

/** What can be done with one change of a subject; what was said stays beside it. */
export function useExampleActs(
  subject: ChangeSubject,
  modes: readonly Mode[],
  { act, steps }: ModeActs,
): ExampleActs {
  const [, navigate] = useLocation();
  const [said, setSaid] = useState<Said>({ steps, texts: new Map() });
  const texts = said.steps === steps ? said.texts : new Map<string, string>();
  const from = subject.kind === 'mode' ? subject.id : null;
  const nameOf = (id: string) => modes.find((mode) => mode.id === id)?.name ?? '';

  /** Shows at once what is said; null takes it back, where it could not be saved. */
  const remember = (change: Change, text: string | null) =>
    setSaid((before) => {
      const next = new Map(before.steps === steps ? before.texts : []);
      if (text === null) next.delete(unitKey(change));
      else next.set(unitKey(change), text);
      return { steps, texts: next };
    });
  const move = async (change: Change, target: string, name = nameOf(target)) => {
    const { interactionId, place } = change;
    const isFrom = from !== null && change.failureMode?.id === from ? { from } : {};
    remember(change, `Moved to “${name}”`);
    const done = await act(
      (client, annotator) =>
        client.modes.setMembers({
          annotator,
          id: target,
          units: [{ interactionId, place }],
          verdict: 'in',
          ...isFrom,
        }),
      `Moved to “${name}”`,
    );
    if (done === null) remember(change, null);
  };

  return {
    open: ({ interactionId }) => navigate(reviewPath([], interactionId)),
    said: (change) => texts.get(unitKey(change)) ?? null,
    move,
    moveToNew: async (change, name) => {
      const made = await act(
        (client, annotator) => client.modes.create({ annotator, mode: { name } }),
        `Added “${name}”`,
      );
      if (made !== null) await move(change, made.id, made.name);
    },
    say: async (change, verdict) => {
      if (from === null) return;
      const { interactionId, place } = change;
      remember(change, verdict === 'in' ? 'An example' : 'No example');
      const done = await act(
        (client, annotator) =>
          client.modes.setMembers({ annotator, id: from, units: [{ interactionId, place }], verdict }),
        '',
      );
      if (done === null) remember(change, null);
    },
  };
}
