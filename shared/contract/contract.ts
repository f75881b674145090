import type { ContractRouterClient } from '@orpc/contract';
import { adjudicationOperations } from './adjudication-operations.ts';
import { agreementOperations } from './agreement-operations.ts';
import { appOperations } from './app-operations.ts';
import { auditOperations } from './audit-operations.ts';
import { chartOperations } from './chart-operations.ts';
import { classifyOperations } from './classify-operations.ts';
import { clusterOperations, modeOperations } from './cluster-operations.ts';
import { codingOperations } from './coding-operations.ts';
import { contextOperations } from './context-operations.ts';
import { draftOperations } from './draft-operations.ts';
import { estimateOperations } from './estimate-operations.ts';
import { exportOperations } from './export-operations.ts';
import { fewShotOperations } from './few-shot-operations.ts';
import { importOperations } from './import-operations.ts';
import { itemOperations } from './item-operations.ts';
import { jobOperations } from './job-operations.ts';
import { labelManyOperations } from './label-many-operations.ts';
import { outcomeOperations } from './outcome-operations.ts';
import { planOperations } from './plan-operations.ts';
import { privacyOperations } from './privacy-operations.ts';
import { projectOperations } from './project-operations.ts';
import { promptVersionOperations } from './prompt-version-operations.ts';
import { qualityOperations } from './quality-operations.ts';
import { goldOperations, queueOperations } from './queue-operations.ts';
import { markOperations } from './mark-operations.ts';
import { recipeOperations } from './recipe-operations.ts';
import { reviewOperations } from './review-operations.ts';
import { searchOperations } from './search-operations.ts';
import { signalOperations } from './signal-operations.ts';
import { snapshotOperations } from './snapshot-operations.ts';
import { schemaOperations } from './schema-operations.ts';
import { teamOperations } from './team-operations.ts';
import { velocityOperations } from './velocity-operations.ts';
import { weeklyOperations } from './weekly-operations.ts';

/** Every operation and event of Flywheel, declared once. Hosts carry it, the engine implements it, clients call it. */
export const contract = {
  app: appOperations,
  project: projectOperations,
  imports: importOperations,
  jobs: jobOperations,
  items: { ...itemOperations, ...contextOperations },
  search: searchOperations,
  review: {
    ...reviewOperations,
    ...labelManyOperations,
    ...markOperations,
    ...adjudicationOperations,
    ...draftOperations,
  },
  queues: queueOperations,
  gold: goldOperations,
  schema: schemaOperations,
  agreement: agreementOperations,
  team: teamOperations,
  clusters: { ...clusterOperations, ...classifyOperations },
  modes: { ...modeOperations, ...estimateOperations },
  weekly: weeklyOperations,
  signals: signalOperations,
  audit: auditOperations,
  plan: planOperations,
  velocity: velocityOperations,
  outcomes: outcomeOperations,
  charts: chartOperations,
  coding: codingOperations,
  quality: qualityOperations,
  promptVersions: promptVersionOperations,
  exports: { ...exportOperations, ...privacyOperations },
  recipes: recipeOperations,
  snapshots: snapshotOperations,
  fewShot: fewShotOperations,
};

/** What renderer and CLI hold: the contract as async functions, whichever transport is behind it. */
export type Client = ContractRouterClient<typeof contract>;
