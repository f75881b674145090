import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Item } from '../../../shared/contract/item-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { adjudicatePath, paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readAddress } from './adjudicate-address.ts';
import { AdjudicateHead } from './adjudicate-head.tsx';
import styles from './adjudicate.module.css';
import { DisagreementQueue } from './disagreement-queue.tsx';

export interface AdjudicateScreenProps {
  /** Shows an interaction to be read: its context, output and edit. */
  readonly reading: ComponentType<{ readonly item: Item }>;
}

/** Where annotators differ on a question: their answers side by side, and one key to say what the team says. */
export function AdjudicateScreen({ reading }: AdjudicateScreenProps) {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const address = readAddress(useSearch());
  const disputed = useQuery(queries.review.disputedQuestions.queryOptions());
  const known = useQuery(queries.schema.everyQuestion.queryOptions());
  const schema = useQuery(queries.review.schema.queryOptions());

  if (disputed.error !== null)
    return (
      <div className={styles['state']}>
        <Notice tone="error" actions={<Button onPress={() => void disputed.refetch()}>Try again</Button>}>
          {failureOf(disputed.error).message}
        </Notice>
      </div>
    );
  // Before the schema is known, a digit would stand for something else.
  if (disputed.data === undefined || known.data === undefined || schema.data === undefined)
    return <div className={styles['screen']} aria-busy />;
  const questions = disputed.data;
  const firstOpen = questions.find(({ total, resolved }) => resolved < total);
  const question = address.question ?? firstOpen?.question ?? questions[0]?.question;
  if (question === undefined)
    return (
      <div className={styles['state']}>
        <h1>Nothing to adjudicate</h1>
        <p>
          No two annotators gave different answers to a question on the same interaction. Have a second
          annotator answer interactions that are labelled already, or import the labels of another.
        </p>
        <Button variant="primary" onPress={() => navigate(paths.review)}>
          Go to the review
        </Button>
      </div>
    );
  return (
    <div className={styles['screen']}>
      <AdjudicateHead
        questions={questions}
        known={known.data}
        question={question}
        onQuestion={(next) => navigate(adjudicatePath(next))}
      />
      <DisagreementQueue
        key={question}
        question={question}
        id={address.id}
        known={known.data}
        asked={schema.data.questions}
        reading={reading}
      />
    </div>
  );
}
