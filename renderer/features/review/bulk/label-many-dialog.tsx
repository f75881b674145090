import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabelMany, LabelManyResult } from '../../../../shared/contract/label-many-operations.ts';
import type { FailureMode } from '../../../../shared/contract/review-operations.ts';
import type { LabelSchema, LabelValue } from '../../../../shared/domain/schema/label-schema.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { AnswerField } from './answer-field.tsx';
import styles from './label-many-dialog.module.css';
import { LabelManyPreviewView } from './label-many-preview.tsx';
import { LabelManyRun } from './label-many-run.tsx';

export interface LabelManyDialogProps {
  readonly which: LabelMany['which'];
  /** How many interactions are selected; the preview counts them. */
  readonly count: number;
  readonly annotator: string;
  readonly schema: LabelSchema;
  readonly failureModes: readonly FailureMode[];
  /** Null where it was cancelled before it began. */
  readonly onClose: (result: LabelManyResult | { readonly message: string } | null) => void;
}

/** One answer for everything that is selected: chosen, previewed, and given as one step that undo takes back. */
export function LabelManyDialog(props: LabelManyDialogProps) {
  const { which, count, annotator, schema, failureModes, onClose } = props;
  const queries = useQueries();
  const [questionId, setQuestionId] = useState(schema.questions[0]?.id ?? '');
  const [value, setValue] = useState<LabelValue | null>(null);
  const [isTakingBack, setIsTakingBack] = useState(false);
  const [replace, setReplace] = useState(false);
  const question = schema.questions.find(({ id }) => id === questionId);
  const isChosen = value !== null || isTakingBack;
  const input: LabelMany = {
    which,
    annotator,
    question: questionId,
    value: isTakingBack ? null : value,
    replace: replace || isTakingBack,
  };
  const preview = useQuery({
    ...queries.review.previewLabelMany.queryOptions({ input }),
    enabled: isChosen,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const start = useMutation(queries.review.labelMany.mutationOptions());
  const counted = isChosen ? preview.data : undefined;
  const changes = counted === undefined ? 0 : counted.unanswered + (input.replace ? counted.different : 0);
  const isReady = isChosen && !preview.isPlaceholderData && changes > 0 && start.isIdle;
  const run = () => {
    if (isReady) start.mutate(input);
  };
  if (start.data !== undefined) return <LabelManyRun jobId={start.data.jobId} onEnd={onClose} />;
  const error = preview.error ?? start.error;
  return (
    <Dialog
      title={`Label ${formatPlural(count, 'interaction')}`}
      isOpen
      size="medium"
      onClose={() => onClose(null)}
      actions={
        <>
          <Button onPress={() => onClose(null)}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} keys="Mod+Enter" onPress={run}>
            {isTakingBack ? 'Take back' : 'Label'} {formatPlural(changes, 'interaction')}
          </Button>
        </>
      }
    >
      <div
        className={styles['form']}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          run();
        }}
      >
        <Select
          label="Question"
          options={schema.questions.map(({ id, name }) => ({ value: id, name }))}
          value={questionId}
          onChange={(id) => {
            setQuestionId(id);
            setValue(null);
          }}
        />
        {question === undefined ? null : (
          <AnswerField
            key={question.id}
            question={question}
            value={isTakingBack ? null : value}
            failureModes={failureModes}
            onChange={(next) => {
              setIsTakingBack(false);
              setValue(next);
            }}
            onEnter={run}
          />
        )}
        <div className={styles['switches']}>
          <Switch
            label="Replace my other answers"
            detail="Off: where you answered differently before, that answer stays."
            isSelected={replace}
            onChange={setReplace}
          />
          <Switch label="Take my answers back instead" isSelected={isTakingBack} onChange={setIsTakingBack} />
        </div>
        <LabelManyPreviewView preview={counted} replaces={input.replace} isTakingBack={isTakingBack} />
        {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      </div>
    </Dialog>
  );
}
