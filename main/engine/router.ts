import { databaseFailure } from '../db/database-failure.ts';
import type { contract } from '../../shared/contract/contract.ts';
import { toContractError } from '../../shared/contract/engine-failure.ts';
import { type Router, os } from '@orpc/server';
import type { EngineState } from './engine-state.ts';
import { createAdjudicationHandlers } from './handlers/adjudication.ts';
import { createAgreementHandlers } from './handlers/agreement.ts';
import { createAppHandlers } from './handlers/app.ts';
import { createAuditHandlers } from './handlers/audit.ts';
import { createChartsHandlers } from './handlers/charts.ts';
import { createClustersHandlers } from './handlers/clusters.ts';
import { createCodingHandlers, createEstimateHandlers } from './handlers/coding.ts';
import { createDraftHandlers } from './handlers/drafts.ts';
import { createExportsHandlers } from './handlers/exports.ts';
import { createFewShotHandlers } from './handlers/few-shot.ts';
import { createImportsHandlers } from './handlers/imports.ts';
import { createItemsHandlers } from './handlers/items.ts';
import { createJobsHandlers } from './handlers/jobs.ts';
import { createLabelManyHandlers } from './handlers/label-many.ts';
import { createModesHandlers } from './handlers/modes.ts';
import { createOutcomesHandlers } from './handlers/outcomes.ts';
import { createPlanHandlers } from './handlers/plan.ts';
import { createProjectHandlers } from './handlers/project.ts';
import { createQualityHandlers } from './handlers/quality.ts';
import { createGoldHandlers, createMarksHandlers, createQueuesHandlers } from './handlers/queues.ts';
import { createPromptVersionHandlers } from './handlers/prompt-versions.ts';
import { createRecipesHandlers } from './handlers/recipes.ts';
import { createRequeryHandlers } from './handlers/requeries.ts';
import { createReviewHandlers } from './handlers/review.ts';
import { createSearchHandlers } from './handlers/search.ts';
import { createSchemaHandlers } from './handlers/schema.ts';
import { createSignalsHandlers } from './handlers/signals.ts';
import { createSnapshotsHandlers } from './handlers/snapshots.ts';
import { createTeamHandlers } from './handlers/team.ts';
import { createVelocityHandlers } from './handlers/velocity.ts';
import { createWeeklyHandlers } from './handlers/weekly.ts';
import { operations } from './operations.ts';

/** Every operation of the contract on one engine's state. Its type is named, because spelled out it would be too long. */
export function createRouter(state: EngineState): Router<typeof contract, object> {
  return operations.use(explainDatabaseErrors(state)).router({
    app: createAppHandlers(state),
    project: createProjectHandlers(state),
    imports: createImportsHandlers(state),
    jobs: createJobsHandlers(state),
    items: createItemsHandlers(state),
    search: createSearchHandlers(state),
    review: {
      ...createReviewHandlers(state),
      ...createLabelManyHandlers(state),
      ...createMarksHandlers(state),
      ...createAdjudicationHandlers(state),
      ...createDraftHandlers(state),
    },
    queues: createQueuesHandlers(state),
    gold: createGoldHandlers(state),
    schema: createSchemaHandlers(state),
    agreement: createAgreementHandlers(state),
    team: createTeamHandlers(state),
    clusters: createClustersHandlers(state),
    modes: { ...createModesHandlers(state), ...createEstimateHandlers(state) },
    coding: createCodingHandlers(state),
    weekly: createWeeklyHandlers(state),
    signals: { ...createSignalsHandlers(state), ...createRequeryHandlers(state) },
    audit: createAuditHandlers(state),
    plan: createPlanHandlers(state),
    velocity: createVelocityHandlers(state),
    outcomes: createOutcomesHandlers(state),
    charts: createChartsHandlers(),
    quality: createQualityHandlers(state),
    promptVersions: createPromptVersionHandlers(state),
    exports: createExportsHandlers(state),
    fewShot: createFewShotHandlers(state),
    recipes: createRecipesHandlers(state),
    snapshots: createSnapshotsHandlers(state),
  });
}

/** A full disk, a damaged file or a busy one are nobody's bug: they reach the client with what to do next. */
function explainDatabaseErrors(state: EngineState) {
  return os.middleware(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      const failure = databaseFailure(error, state.project()?.path ?? state.options.dataFolder);
      throw failure ? toContractError(failure) : error;
    }
  });
}
