import { useQuery } from '@tanstack/react-query';
import type { AnnotatorProfile, QuestionAnswers } from '../../../shared/contract/team-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ShareBar } from './share-bar.tsx';
import styles from './team.module.css';

export interface AnnotatorAnswersProps {
  readonly annotator: string;
  readonly gold: AnnotatorProfile['gold'];
}

/** How often the annotator gave each answer, beside how often everyone did, and how often it was the expected one. */
export function AnnotatorAnswers({ annotator, gold }: AnnotatorAnswersProps) {
  const queries = useQueries();
  const counted = useQuery({ ...queries.team.answers.queryOptions({ input: { annotator } }), staleTime: 0 });
  const names = new Map(counted.data?.map(({ question, name }) => [question, name]));
  return (
    <>
      {gold.length === 0 ? null : (
        <Section title="Gold items" hint="How often they gave the expected answer, with its 95 % interval.">
          <table className={styles['answers']} aria-label="Gold items">
            <tbody>
              {gold.map(({ question, answered, right }) => (
                <tr key={question}>
                  <th scope="row">{names.get(question) ?? question}</th>
                  <ShareBar share={wilsonInterval(right, answered)} count={right} total={answered} isOwn />
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <Section
        title="Answers"
        hint="Shares of the labels of each question, with 95 % Wilson intervals: theirs above, everyone’s below."
      >
        {counted.error === null ? null : <Notice tone="error">{failureOf(counted.error).message}</Notice>}
        {counted.data?.length === 0 ? (
          <p className={styles['hint']}>No answers that can be counted: free texts are not.</p>
        ) : null}
        <div className={styles['questions']} aria-busy={counted.isFetching}>
          {counted.data?.map((question) => (
            <QuestionBars key={question.question} question={question} />
          ))}
        </div>
      </Section>
    </>
  );
}

function QuestionBars({ question }: { readonly question: QuestionAnswers }) {
  const { name, own, everyone, answers, answersLeftOut } = question;
  return (
    <table className={styles['answers']}>
      <caption>
        <span className={styles['question']}>{name}</span> {formatPlural(own, 'label')} of{' '}
        {formatCount(everyone)}
        {answersLeftOut === 0 ? '' : `; ${formatPlural(answersLeftOut, 'rarer answer')} not shown`}
      </caption>
      <thead className={styles['hidden']}>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">Theirs</th>
          <th scope="col">Everyone’s</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <tr key={JSON.stringify(answer.value)}>
            <th scope="row" title={answer.name}>
              {answer.name}
            </th>
            <ShareBar share={wilsonInterval(answer.own, own)} count={answer.own} total={own} isOwn />
            <ShareBar
              share={wilsonInterval(answer.everyone, everyone)}
              count={answer.everyone}
              total={everyone}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
