import { coverageSentence } from './join-texts.ts';
import styles from './join-section.module.css';
import type { JoinTrial } from './use-join-trial.ts';

export interface JoinCoverageLineProps {
  readonly trial: JoinTrial;
  /** What stands in the way of trying, as a sentence. */
  readonly problem: string | null;
}

/** What came of trying the join, in the line beside its button. */
export function JoinCoverageLine({ trial, problem }: JoinCoverageLineProps) {
  const { text, tone } = lineOf(trial, problem);
  return (
    <p className={styles[tone]} role="status">
      {text}
    </p>
  );
}

function lineOf(
  { failure, isRunning, isStale, coverage }: JoinTrial,
  problem: string | null,
): { readonly text: string; readonly tone: 'problem' | 'stale' | 'coverage' } {
  if (problem !== null) return { text: problem, tone: 'problem' };
  if (isRunning) return { text: 'Looking for the interactions of all rows…', tone: 'stale' };
  if (isStale) return { text: 'What was tried has changed. Try the join again.', tone: 'stale' };
  if (failure !== null) return { text: failure, tone: 'problem' };
  return coverage === null
    ? {
        text: 'Says how many rows of the whole file find their interactions. Nothing is stored.',
        tone: 'stale',
      }
    : { text: `${coverageSentence(coverage)} Nothing is stored yet.`, tone: 'coverage' };
}
