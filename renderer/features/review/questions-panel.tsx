import { memo, useCallback } from 'react';
import type { Item, Label } from '../../../shared/contract/item-operations.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import { answerText } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { type Answers, openQuestions } from '../../../shared/domain/schema/visible-questions.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QuestionList } from '../../ui/questions/question-list.tsx';
import { valueText } from '../../ui/questions/value-text.ts';
import { labelsNotAsked, labelsOfOthers } from './answers.ts';
import { SpanList, type SpanListProps } from './span-list.tsx';
import { NoteQuestion } from './note-question.tsx';
import styles from './questions-panel.module.css';
import { toggleGoToNext, toggleHelp, useReviewState } from './review-state.ts';

export interface QuestionsPanelProps {
  readonly item: Item;
  /** The questions that the answers ask. */
  readonly asked: readonly Question[];
  /** Every question that was ever asked, to read stored labels by. */
  readonly known: readonly Question[];
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
  /** The labels on parts of the output. */
  readonly spanList: Omit<SpanListProps, 'spans' | 'annotator'>;
}

/** The questions about the open interaction that its answers ask, and what else was answered about it. */
export const QuestionsPanel = memo(function QuestionsPanel(props: QuestionsPanelProps) {
  const { item, asked, known, failureModes, annotator, answers, onNameAnnotator, onSaveNote } = props;
  const showsHelp = useReviewState((state) => state.showsHelp);
  // The same function, so that an answer draws its own question anew and no other.
  const oldAnswerName = useCallback(
    (question: Question, value: string) =>
      answerText(known.find(({ id }) => id === question.id) ?? question, value),
    [known],
  );
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
  return (
    <div className={styles['panel']}>
      <div className={styles['questions']} role="group" aria-label="Questions">
        <QuestionList
          questions={asked}
          answers={answers}
          failureModes={failureModes}
          showsHelp={showsHelp}
          openSearch={props.openSearch}
          onOpenSearch={props.onOpenSearch}
          onAnswer={props.onAnswer}
          oldAnswerName={oldAnswerName}
          renderText={(question, value) => (
            <NoteQuestion
              key={item.id}
              itemId={item.id}
              question={question.id}
              name={question.name}
              value={value}
              onSave={(next) => onSaveNote(item.id, question, next)}
            />
          )}
        />
        <SpanList spans={item.spans} annotator={annotator} {...props.spanList} />
        <OtherLabels
          title="No longer asked"
          labels={labelsNotAsked(item, annotator, asked)}
          known={known}
          failureModes={failureModes}
        />
        <OtherLabels
          title="Resolved"
          showsAnnotator
          labels={item.resolutions}
          known={known}
          failureModes={failureModes}
        />
        <OtherLabels
          title="Other labels"
          showsAnnotator
          labels={labelsOfOthers(item, annotator)}
          known={known}
          failureModes={failureModes}
        />
      </div>
      <PanelFoot itemId={item.id} open={openQuestions({ questions: asked }, answers)} />
    </div>
  );
});

interface OtherLabelsProps {
  readonly title: string;
  readonly showsAnnotator?: boolean;
  readonly labels: readonly (Pick<Label, 'question' | 'annotator' | 'value'> & {
    readonly note?: string | null;
  })[];
  readonly known: readonly Question[];
  readonly failureModes: readonly FailureMode[];
}

function OtherLabels({ title, showsAnnotator = false, labels, known, failureModes }: OtherLabelsProps) {
  if (labels.length === 0) return null;
  return (
    <section>
      <h2 className={styles['name']}>{title}</h2>
      <dl className={styles['others']}>
        {labels.map((label) => {
          const question = known.find((candidate) => candidate.id === label.question);
          return (
            <div key={`${label.question} ${label.annotator}`} className={styles['other']}>
              <dt dir="auto">
                {question?.name ?? label.question}{' '}
                {showsAnnotator ? <span className={styles['by']}>{label.annotator}</span> : null}
              </dt>
              <dd dir="auto">{valueText(label.value, question, failureModes)}</dd>
              {label.note === undefined || label.note === null ? null : <dd dir="auto">{label.note}</dd>}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

interface PanelFootProps {
  readonly itemId: string;
  /** Questions that still have to be answered. */
  readonly open: readonly Question[];
}

/** Whether everything is on disk, what is left to answer, and what happens once nothing is. */
function PanelFoot({ itemId, open }: PanelFootProps) {
  const save = useReviewState((state) => state.save);
  const goToNext = useReviewState((state) => state.goToNext);
  const showsHelp = useReviewState((state) => state.showsHelp);
  return (
    <footer className={styles['foot']}>
      {save.kind === 'failed' ? (
        <p role="alert" className={styles['failed']}>
          {save.itemId === itemId ? 'Not saved: ' : 'An earlier answer was not saved: '}
          {save.message}
        </p>
      ) : (
        <p className={styles['saved']}>
          <span>{save.kind === 'saving' ? 'Saving…' : save.kind === 'saved' ? 'Saved' : ''}</span>
          {open.length === 0 ? null : (
            <span className={styles['left']} dir="auto">
              To answer: {open.map(({ name }) => name).join(', ')}
            </span>
          )}
        </p>
      )}
      <label className={styles['toggle']}>
        <input type="checkbox" checked={goToNext} onChange={toggleGoToNext} />
        Go to next after required answers
        <KeyHint command="review.go-to-next" />
      </label>
      <label className={styles['toggle']}>
        <input type="checkbox" checked={showsHelp} onChange={toggleHelp} />
        Help on the questions
        <KeyHint command="review.help" />
      </label>
    </footer>
  );
}
