import { type ReactNode, useMemo } from 'react';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { type AnswerKey, answerKeys, choicesOf } from '../../../shared/domain/schema/answer-keys.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Answers } from '../../../shared/domain/schema/visible-questions.ts';
import { KeyHint } from '../keys/key-hint.tsx';
import { ChoiceQuestion } from './choice-question.tsx';
import { FailureModeQuestion } from './failure-mode-question.tsx';
import styles from './questions.module.css';

export interface QuestionListProps {
  /** Those that are asked now. */
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly failureModes: readonly FailureMode[];
  readonly showsHelp: boolean;
  /** Id of the failure mode question whose search is open. */
  readonly openSearch: string | null;
  readonly onOpenSearch: (question: string | null) => void;
  readonly onAnswer: (question: Question, value: LabelValue | null) => void;
  /** The name of an answer that the question does not offer any more. */
  readonly oldAnswerName: (question: Question, value: string) => string;
  /** The field of a question that is answered by writing. */
  readonly renderText: (question: Question, value: LabelValue | undefined) => ReactNode;
}

/** Questions with their answers, as an annotator sees them. */
export function QuestionList(props: QuestionListProps) {
  const { questions, answers, showsHelp } = props;
  const keys = useMemo(() => answerKeys({ questions }), [questions]);
  return questions.map((question) => (
    <section
      key={question.id}
      className={styles['question']}
      data-follows={question.when === undefined ? undefined : true}
    >
      <h2 className={styles['name']} title={question.help}>
        <span dir="auto">
          <span>{question.name}</span>
          {question.required === true ? <Required /> : null}
        </span>
        <QuestionKey question={question} />
      </h2>
      {showsHelp && question.help !== undefined ? (
        <p className={styles['help']} dir="auto">
          {question.help}
        </p>
      ) : null}
      <Control {...props} question={question} value={answers[question.id]} keys={keys} />
    </section>
  ));
}

function Required() {
  return (
    <span className={styles['required']}>
      {' '}
      <span aria-hidden>*</span>
      <span className={styles['hidden']}>required</span>
    </span>
  );
}

function QuestionKey({ question }: { readonly question: Question }) {
  if (question.key === undefined) return null;
  if (question.kind === 'text' || question.kind === 'failure_mode') return <KeyHint keys={question.key} />;
  const places = choicesOf(question).flatMap(({ key, place }) =>
    key === undefined && place !== undefined ? [place] : [],
  );
  const [first] = places;
  if (first === undefined) return null;
  return (
    <span className={styles['sequence']}>
      <KeyHint keys={question.key} /> then {first}–{places.at(-1)}
    </span>
  );
}

interface ControlProps extends QuestionListProps {
  readonly question: Question;
  readonly value: LabelValue | undefined;
  readonly keys: readonly AnswerKey[];
}

function Control(props: ControlProps) {
  const { question, value, keys, failureModes, openSearch, showsHelp, onOpenSearch, onAnswer } = props;
  switch (question.kind) {
    case 'failure_mode':
      return (
        <FailureModeQuestion
          question={question}
          value={value === undefined ? undefined : String(value)}
          failureModes={failureModes}
          isOpen={openSearch === question.id}
          onOpenSearch={onOpenSearch}
          onAnswer={onAnswer}
        />
      );
    case 'text':
      return props.renderText(question, value);
    default:
      return (
        <ChoiceQuestion
          question={question}
          value={value}
          keys={keys}
          showsHelp={showsHelp}
          onAnswer={onAnswer}
          oldAnswerName={props.oldAnswerName}
        />
      );
  }
}
