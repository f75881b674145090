import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { MarksContext, type TextMarks } from '../../ui/diff/text-marks.ts';
import { formatCount } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './comparison.module.css';
import { EditActions } from './edit-actions.tsx';
import { OutputAlone } from './output-alone.tsx';
import { PairTexts } from './pair-texts.tsx';
import { ReadingTools } from './reading-tools.tsx';
import type { Reading } from './reading.ts';
import { SidesLine } from './sides-line.tsx';
import { StatisticsLine } from './statistics-line.tsx';
import { ThreeWayCounts, ThreeWayTexts } from './three-way-texts.tsx';
import { type ChangeActs, isOwnEdit } from './use-change-acts.ts';
import type { ChangeCursor } from './use-changes.ts';
import type { DraftedPair } from './use-drafted-pair.ts';
import type { ThreeWay } from './use-three-way.ts';

export interface ComparisonProps {
  readonly item: Item;
  /** The edit on screen; null where there is none. */
  readonly edit: Edit | null;
  /** What the edit is compared with; null for the output. */
  readonly against: Edit | null;
  readonly onSelectEdit: (id: string) => void;
  readonly onSelectAgainst: (id: string | null) => void;
  /** The output between two edits, where they are shown so. */
  readonly threeWay: ThreeWay | null;
  readonly drafted: DraftedPair;
  readonly changeActs: ChangeActs;
  readonly changes: ChangeCursor;
  /** How the labels on parts of the output show. */
  readonly marks: TextMarks;
  readonly onSelectLabel: (number: number) => void;
  readonly reading: Reading;
  readonly annotator: string;
  readonly onReading: (part: Partial<Reading>) => void;
  readonly onStartEdit: () => void;
  readonly onWithdraw: () => void;
  /** What is shown instead of the texts while the edit is being written. */
  readonly form: ReactNode;
}

/** Output and edit of one interaction with the tools to read their differences. An answer draws nothing of it anew. */
export const Comparison = memo(function Comparison(props: ComparisonProps) {
  const { edit, item, threeWay, drafted, changes, annotator, form } = props;
  const against = threeWay?.left ?? props.against;
  return (
    <section className={styles['comparison']} aria-label="Output and its edit">
      {form === null ? <Bar {...props} /> : null}
      {form === null && edit !== null ? (
        <SidesLine {...props} edit={edit} against={against} isThreeWay={threeWay !== null} />
      ) : null}
      {form ?? (
        <MarksContext value={props.marks}>
          <Texts {...props} />
        </MarksContext>
      )}
      {edit === null || form !== null ? null : threeWay !== null ? (
        <div className={styles['foot']}>
          <ThreeWayCounts threeWay={threeWay} />
        </div>
      ) : (
        <div className={styles['foot']}>
          <StatisticsLine
            output={against?.text ?? item.output}
            edit={drafted.reverted.size === 0 ? edit.text : drafted.pair.edit}
            diff={drafted.standing}
          />
          <EditActions
            edit={edit}
            annotator={annotator}
            reverted={drafted.reverted.size}
            hasCurrent={changes.currentId !== null}
            acts={props.changeActs}
          />
        </div>
      )}
    </section>
  );
});

function Bar(props: ComparisonProps) {
  const { edit, changes, annotator, drafted } = props;
  const isOwn = edit !== null && isOwnEdit(edit, annotator);
  return (
    <div className={styles['bar']}>
      <EditButton name={edit === null ? 'Edit the output' : 'Edit'} onPress={props.onStartEdit} />
      {isOwn ? (
        <Button variant="quiet" onPress={props.onWithdraw}>
          Withdraw
        </Button>
      ) : null}
      {edit === null ? null : (
        <div className={styles['tools']}>
          <ChangeSteps
            count={changes.count}
            position={changes.position}
            isReverted={changes.currentId !== null && drafted.reverted.has(changes.currentId)}
            onNext={changes.next}
            onPrevious={changes.previous}
          />
          <ReadingTools
            reading={props.reading}
            hasSeveralEdits={props.item.edits.length > 1}
            onReading={props.onReading}
          />
        </div>
      )}
    </div>
  );
}

function Texts(props: ComparisonProps) {
  const { item, edit, threeWay } = props;
  if (threeWay !== null) return <ThreeWayTexts {...props} threeWay={threeWay} />;
  if (edit !== null) return <PairTexts {...props} {...props.drafted} edit={edit} />;
  return (
    <div className={styles['single']}>
      <OutputAlone output={item.output} model={item.model} onSelectLabel={props.onSelectLabel} />
      <p className={styles['offer']}>
        <span>
          Nobody has edited this output. Edit it to say how it should have been, or select words to label them{' '}
          <KeyHint command="review.part.words" />
        </span>
      </p>
    </div>
  );
}

/* The tools stay the same from one interaction to the next; they are drawn anew only when they change. */

const EditButton = memo(function EditButton(props: { readonly name: string; readonly onPress: () => void }) {
  return (
    <Button variant="quiet" command="review.edit" onPress={props.onPress}>
      {props.name}
    </Button>
  );
});

interface ChangeStepsProps {
  readonly count: number;
  readonly position: number;
  readonly isReverted: boolean;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

function ChangeSteps({ count, position, isReverted, onNext, onPrevious }: ChangeStepsProps) {
  const counted = `${formatCount(count)} ${count === 1 ? 'change' : 'changes'}`;
  return (
    <div className={styles['steps']} role="group" aria-label="Changes">
      <PreviousChange isDisabled={count === 0} onPress={onPrevious} />
      <span className={styles['counter']} aria-live="polite">
        {count === 0
          ? 'No changes'
          : position === 0
            ? counted
            : `Change ${position} of ${formatCount(count)}`}
        {isReverted ? <span className={styles['hiddenName']}>, reverted</span> : null}
      </span>
      <NextChange isDisabled={count === 0} onPress={onNext} />
    </div>
  );
}

interface StepProps {
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

const PreviousChange = memo(function PreviousChange(props: StepProps) {
  return (
    <IconButton
      icon={<ChevronLeft aria-hidden />}
      name="Previous change"
      command="review.previous-change"
      {...props}
    />
  );
});

const NextChange = memo(function NextChange(props: StepProps) {
  return (
    <IconButton
      icon={<ChevronRight aria-hidden />}
      name="Next change"
      command="review.next-change"
      {...props}
    />
  );
});
