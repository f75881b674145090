import { completeQuery } from '../../services/search/complete-query.ts';
import { countFacets } from '../../services/search/count-facets.ts';
import { deleteView, listViews, saveView } from '../../services/search/saved-views.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createSearchHandlers(state: EngineState) {
  const { search } = operations;
  const database = () => unwrap(state.requireProject()).database;
  const writable = () => unwrap(state.requireWritable()).database;
  const announce = () => state.events.publish({ type: 'changed', areas: ['views'] });
  return {
    facets: search.facets.handler(async ({ input, signal }) =>
      unwrap(await countFacets(database(), { ...input, signal })),
    ),
    complete: search.complete.handler(({ input }) => completeQuery(database(), input)),
    views: search.views.handler(() => listViews(database())),
    saveView: search.saveView.handler(({ input }) => {
      const saved = unwrap(saveView(writable(), input));
      announce();
      return saved;
    }),
    deleteView: search.deleteView.handler(({ input }) => {
      unwrap(deleteView(writable(), input.id));
      announce();
      return null;
    }),
  };
}
