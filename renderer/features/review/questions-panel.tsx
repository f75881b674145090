import { memo } from 'react';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { LabelSchema, LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Answers, otherLabels, valueText } from './answers.ts';
import { ChoiceQuestion } from './choice-question.tsx';
import { FailureModeQuestion } from './failure-mode-question.tsx';
import { NoteQuestion } from './note-question.tsx';
import styles from './questions-panel.module.css';
import { toggleGoToNext, useReviewState } from './review-state.ts';

export interface QuestionsPanelProps {
  readonly item: Item;
  readonly schema: LabelSchema;
  readonly failureModes: readonly FailureMode[];
  readonly annotator: string;
  readonly answers: Answers;
  /** Id of the failure mode question whose search is open. */
  readonly openSearch: string | null;
  readonly onOpenSearch: (question: string | null) => void;
  readonly onAnswer: (question: Question, value: LabelValue | null) => void;
  /** Resolves to true when the engine has the note on disk. */
  readonly onSaveNote: (itemId: string, question: Question, value: LabelValue | null) => Promise<boolean>;
  readonly onNameAnnotator: () => void;
}

/** The schema's questions about the open interaction, and what others answered. */
export const QuestionsPanel = memo(function QuestionsPanel(props: QuestionsPanelProps) {
  const { item, schema, failureModes, annotator, answers, onNameAnnotator } = props;
  if (annotator === '')
    return (
      <div className={styles['panel']}>
        <Notice
          tone="info"
          title="Who is labelling?"
          actions={
            <Button variant="primary" onPress={onNameAnnotator}>
              Enter your name
            </Button>
          }
        >
          Labels and edits are kept under the name of the person who made them.
        </Notice>
      </div>
    );
  const others = otherLabels(item, annotator, schema);
  return (
    <div className={styles['panel']}>
      <div className={styles['questions']} role="group" aria-label="Questions">
        {schema.questions.map((question) => (
          <section key={question.id} className={styles['question']}>
            <h2 className={styles['name']} title={question.help}>
              {question.name}
              <QuestionKey question={question} />
            </h2>
            <QuestionControl {...props} question={question} value={answers[question.id]} />
          </section>
        ))}
        {others.length === 0 ? null : (
          <section className={styles['question']}>
            <h2 className={styles['name']}>Other labels</h2>
            <dl className={styles['others']}>
              {others.map((label) => {
                const question = schema.questions.find((candidate) => candidate.id === label.question);
                return (
                  <div key={`${label.question} ${label.annotator}`} className={styles['other']}>
                    <dt>
                      {question?.name ?? label.question}{' '}
                      <span className={styles['by']}>{label.annotator}</span>
                    </dt>
                    <dd dir="auto">{valueText(label.value, question, failureModes)}</dd>
                  </div>
                );
              })}
            </dl>
          </section>
        )}
      </div>
      <PanelFoot itemId={item.id} />
    </div>
  );
});

function QuestionKey({ question }: { readonly question: Question }) {
  if (question.key === undefined) return null;
  if (question.kind === 'text' || question.kind === 'failure_mode') return <KeyHint keys={question.key} />;
  const range = question.kind === 'scale' ? `${question.min}–${question.max}` : '1–9';
  return (
    <span className={styles['sequence']}>
      <KeyHint keys={question.key} /> then {range}
    </span>
  );
}

interface ControlProps extends QuestionsPanelProps {
  readonly question: Question;
  readonly value: LabelValue | undefined;
}

function QuestionControl(props: ControlProps) {
  const { question, value, item, schema, failureModes, openSearch, onOpenSearch, onAnswer } = props;
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
      return (
        <NoteQuestion
          key={item.id}
          itemId={item.id}
          question={question.id}
          name={question.name}
          value={value}
          onSave={(next) => props.onSaveNote(item.id, question, next)}
        />
      );
    default:
      return <ChoiceQuestion question={question} value={value} onAnswer={onAnswer} schema={schema} />;
  }
}

/** Whether everything is on disk, and what happens after a verdict. */
function PanelFoot({ itemId }: { readonly itemId: string }) {
  const save = useReviewState((state) => state.save);
  const goToNext = useReviewState((state) => state.goToNext);
  return (
    <footer className={styles['foot']}>
      {save.kind === 'failed' ? (
        <p role="alert" className={styles['failed']}>
          {save.itemId === itemId ? 'Not saved: ' : 'An earlier answer was not saved: '}
          {save.message}
        </p>
      ) : (
        <p className={styles['saved']} data-kind={save.kind}>
          {save.kind === 'saving' ? 'Saving…' : save.kind === 'saved' ? 'Saved' : ''}
        </p>
      )}
      <label className={styles['goToNext']}>
        <input type="checkbox" checked={goToNext} onChange={toggleGoToNext} />
        Go to next after the verdict
        <KeyHint keys="a" />
      </label>
    </footer>
  );
}
