import type { FoldTarget } from '../../../shared/domain/events/fold-key.ts';
import type { Database } from '../../db/database.ts';
import {
  deleteClusterDecisions,
  foldedClusterDecision,
  readClusterDecision,
  refoldClusterDecision,
} from '../../db/tables/cluster-decisions.ts';
import {
  deleteUnmadeFailureModes,
  foldedMode,
  readMode,
  refoldFailureMode,
  resetModesToImported,
} from '../../db/tables/failure-mode-fold.ts';
import {
  deleteMembers,
  foldedMember,
  readMember,
  refoldMember,
} from '../../db/tables/failure-mode-members.ts';
import { failureModeFoldKey } from '../../db/tables/failure-modes.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import {
  findPromptVersion,
  foldedPromptVersion,
  forgetPromptVersionChanges,
  refoldPromptVersion,
  saidOfPromptVersion,
} from '../../db/tables/prompt-version-acts.ts';
import {
  deleteWeeklyDecisions,
  foldedWeeklyDecision,
  readWeeklyDecision,
  refoldWeeklyDecision,
} from '../../db/tables/weekly-decisions.ts';

/**
 * What people say about failure modes: what they are, their examples, which clusters they are, what is done about them, and
 * about the prompt versions that change how frequent they are.
 */
export type ModeTarget = Extract<
  FoldTarget,
  { kind: 'failure_mode' | 'member' | 'cluster' | 'weekly' | 'prompt_version' }
>;

export function isModeTarget(target: FoldTarget): target is ModeTarget {
  return (
    target.kind === 'failure_mode' ||
    target.kind === 'member' ||
    target.kind === 'cluster' ||
    target.kind === 'weekly' ||
    target.kind === 'prompt_version'
  );
}

interface ModeFold {
  /** As its table has it. */
  readonly read: () => unknown;
  /** As the events say it is. */
  readonly folded: () => unknown;
  readonly refold: () => unknown;
}

/** The fold that a target means; null where it is about an interaction that is gone. */
export function openModeFold(database: Database, target: ModeTarget): ModeFold | null {
  switch (target.kind) {
    case 'failure_mode': {
      const { failureModeId } = target;
      const foldKey = failureModeFoldKey(failureModeId);
      return {
        read: () => readMode(database, failureModeId),
        folded: () => foldedMode(database, foldKey),
        refold: () => refoldFailureMode(database, foldKey),
      };
    }
    case 'member': {
      const interaction = findInteraction(database, target.interactionId);
      if (interaction === null) return null;
      const key = { ...target, interaction };
      return {
        read: () => readMember(database, key),
        folded: () => foldedMember(database, key),
        refold: () => refoldMember(database, key),
      };
    }
    case 'cluster': {
      const { clusterId } = target;
      return {
        read: () => readClusterDecision(database, clusterId),
        folded: () => foldedClusterDecision(database, clusterId),
        refold: () => refoldClusterDecision(database, clusterId),
      };
    }
    case 'weekly':
      return {
        read: () => readWeeklyDecision(database, target),
        folded: () => foldedWeeklyDecision(database, target),
        refold: () => refoldWeeklyDecision(database, target),
      };
    case 'prompt_version': {
      const { promptVersionId } = target;
      if (findPromptVersion(database, promptVersionId) === null) return null;
      return {
        read: () => saidOfPromptVersion(database, promptVersionId),
        folded: () => foldedPromptVersion(database, promptVersionId),
        refold: () => refoldPromptVersion(database, promptVersionId),
      };
    }
  }
}

/** Before all events are folded anew: what imports brought stays, and failure modes keep their numbers, to which derived rows refer. */
export function resetModeFolds(database: Database): void {
  deleteMembers(database);
  deleteClusterDecisions(database);
  deleteWeeklyDecisions(database);
  forgetPromptVersionChanges(database);
  resetModesToImported(database);
}

/** After that: failure modes that no event made are gone. */
export function finishModeFolds(database: Database): void {
  deleteUnmadeFailureModes(database);
}
