import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import type { Compared } from '../../ui/diff/diff-source.ts';
import { DiffView } from '../../ui/diff/diff-view.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './comparison.module.css';
import { ReadingTools } from './reading-tools.tsx';
import type { Reading } from './reading.ts';
import { StatisticsLine } from './statistics-line.tsx';
import type { ChangeCursor } from './use-changes.ts';

export interface ComparisonProps {
  readonly item: Item;
  /** The edit on screen; null where there is none. */
  readonly edit: Edit | null;
  readonly onSelectEdit: (id: string) => void;
  readonly compared: Compared;
  readonly changes: ChangeCursor;
  readonly reading: Reading;
  readonly annotator: string;
  readonly onReading: (part: Partial<Reading>) => void;
  readonly onStartEdit: () => void;
  readonly onWithdraw: () => void;
  /** What is shown instead of the texts while the edit is being written. */
  readonly form: ReactNode;
}

/** Output and edit of one interaction with the tools to read their differences. */
export function Comparison(props: ComparisonProps) {
  const { item, edit, compared, form } = props;
  return (
    <section className={styles['comparison']} aria-label="Output and its edit">
      {form === null ? <Bar {...props} /> : null}
      {form ?? <Texts {...props} />}
      {edit === null || form !== null ? null : (
        <StatisticsLine item={item} edit={edit} diff={compared.isFinal ? compared.diff : null} />
      )}
    </section>
  );
}

function Bar(props: ComparisonProps) {
  const { edit, changes, annotator } = props;
  const isOwn = edit !== null && edit.origin === 'app' && edit.annotator === annotator;
  return (
    <div className={styles['bar']}>
      <EditTabs {...props} />
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
            onNext={changes.next}
            onPrevious={changes.previous}
          />
          <ReadingTools reading={props.reading} onReading={props.onReading} />
        </div>
      )}
    </div>
  );
}

function Texts({ item, edit, compared, changes, reading, annotator }: ComparisonProps) {
  if (edit === null)
    return (
      <div className={styles['single']}>
        <OutputAlone output={item.output} model={item.model} />
        <p className={styles['offer']}>
          Nobody has edited this output. Edit it to say how it should have been.
        </p>
      </div>
    );
  const { diff, isFinal } = compared;
  const isEqual = item.output === edit.text;
  return (
    <div className={styles['texts']}>
      <div className={styles['view']}>
        <DiffView
          key={`${item.id} ${edit.id}`}
          output={item.output}
          edit={edit.text}
          diff={diff}
          mode={reading.diffMode}
          changesOnly={reading.changesOnly}
          currentChangeId={changes.currentId}
          onSelectChange={changes.select}
          outputTitle={item.model === null ? 'Output' : `Output · ${item.model}`}
          editTitle={`Edit · ${editName(edit, annotator)}`}
        />
      </div>
      {isEqual ? (
        <p className={styles['notice']} role="status">
          The edit equals the output.
        </p>
      ) : null}
      {isFinal && diff?.coarse ? (
        <p className={styles['notice']} role="status">
          The texts differ so much that a part of them is shown as replaced as a whole.
        </p>
      ) : null}
      {isFinal ? null : (
        <p className={styles['notice']} role="status">
          Comparing {formatCount(item.output.length + edit.text.length)} characters…
        </p>
      )}
    </div>
  );
}

function OutputAlone({ output, model }: { readonly output: string; readonly model: string | null }) {
  return (
    <div
      className={styles['output']}
      role="region"
      aria-label="Output"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
      tabIndex={0}
    >
      <p className={styles['outputTitle']}>{model === null ? 'Output' : `Output · ${model}`}</p>
      {output === '' ? (
        <p className={styles['empty']}>The output is empty.</p>
      ) : (
        <div className={styles['outputText']} dir="auto">
          {output}
        </div>
      )}
    </div>
  );
}

function EditTabs({ item, edit, onSelectEdit, annotator }: ComparisonProps) {
  if (item.edits.length < 2) return null;
  return (
    <>
      <ToggleButtonGroup
        aria-label="Edits"
        className={styles['edits'] ?? ''}
        selectedKeys={edit === null ? [] : [edit.id]}
        disallowEmptySelection
        onSelectionChange={([key]) => {
          if (key !== undefined) onSelectEdit(String(key));
        }}
      >
        {item.edits.map((candidate, index) => (
          <ToggleButton key={candidate.id} id={candidate.id} className={styles['toggle'] ?? ''}>
            <span title={editorName(candidate, annotator)}>{index + 1}</span>{' '}
            <span className={styles['name']}>{editorName(candidate, annotator)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <KeyHint keys="e" />
    </>
  );
}

/* The tools stay the same from one interaction to the next; they are drawn anew only when they change. */

const EditButton = memo(function EditButton(props: { readonly name: string; readonly onPress: () => void }) {
  return (
    <Button variant="quiet" keys="i" onPress={props.onPress}>
      {props.name}
    </Button>
  );
});

interface ChangeStepsProps {
  readonly count: number;
  readonly position: number;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

function ChangeSteps({ count, position, onNext, onPrevious }: ChangeStepsProps) {
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
  return <IconButton icon={<ChevronLeft aria-hidden />} name="Previous change" keys="p" {...props} />;
});

const NextChange = memo(function NextChange(props: StepProps) {
  return <IconButton icon={<ChevronRight aria-hidden />} name="Next change" keys="n" {...props} />;
});

function editorName(edit: Edit, annotator: string): string {
  if (edit.origin === 'app' && edit.annotator === annotator) return 'yours';
  return edit.annotator ?? 'from the import';
}

/** Who made an edit and when, as the head of its text says it. */
function editName(edit: Edit, annotator: string): string {
  const name = editorName(edit, annotator);
  return edit.at === null ? name : `${name}, ${formatMoment(edit.at)}`;
}
