import { useQueryClient } from '@tanstack/react-query';
import type { CodingNote } from '../../../../shared/contract/coding-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { formatPlural } from '../../../ui/format.ts';
import type { ModeActs } from '../use-mode-acts.ts';
import type { Notes } from './use-notes.ts';

export interface Grouping {
  readonly put: (picked: readonly CodingNote[], mode: { id: string; name: string }) => Promise<void>;
  readonly putInNew: (picked: readonly CodingNote[], name: string) => Promise<void>;
  readonly step: (which: 'undo' | 'redo') => Promise<void>;
}

/** Most places that one act is about. */
const mostUnits = 1000;

/** Puts the places of notes into failure modes: each becomes an example of it. */
export function useGrouping(notes: Notes, acts: ModeActs): Grouping {
  const queries = useQueries();
  const queryClient = useQueryClient();

  /** What moved is shown where it is now; asked again even where the act failed. */
  const renew = async () => {
    await queryClient.invalidateQueries({ queryKey: queries.coding.key() });
    notes.show();
  };
  const put: Grouping['put'] = async (picked, mode) => {
    notes.hide(new Set(picked.map(({ key }) => key)));
    for (const [from, some] of Map.groupBy(picked, ({ failureMode }) => failureMode?.id ?? null)) {
      if (from === mode.id) continue;
      const units = uniqueUnits(some).slice(0, mostUnits);
      const said = `${formatPlural(units.length, 'place')} put into “${mode.name}”`;
      const moved = from === null ? {} : { from };
      const done = await acts.act(
        (client, annotator) =>
          client.modes.setMembers({ annotator, id: mode.id, units, verdict: 'in', ...moved }),
        said,
      );
      if (done === null) break;
    }
    await renew();
  };
  return {
    put,
    putInNew: async (picked, name) => {
      const made = await acts.act(
        (client, annotator) => client.modes.create({ annotator, mode: { name } }),
        '',
      );
      if (made !== null) await put(picked, made);
    },
    step: async (which) => {
      await acts.step(which);
      await renew();
    },
  };
}

/** Several notes may be about one place. */
function uniqueUnits(notes: readonly CodingNote[]): { interactionId: string; place: string }[] {
  const units = notes.map(
    ({ interactionId, place }) => [`${interactionId} ${place}`, { interactionId, place }] as const,
  );
  return [...new Map(units).values()];
}
