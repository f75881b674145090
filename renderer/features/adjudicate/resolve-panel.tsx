import type { Resolution } from '../../../shared/contract/item-operations.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ChoiceQuestion } from '../../ui/questions/choice-question.tsx';
import { TextAnswer } from '../../ui/questions/text-answer.tsx';
import styles from './adjudicate.module.css';
import type { Resolvable } from './resolvable.ts';
import { noteField } from './use-adjudicate-commands.ts';
import type { Resolving } from './use-resolving.ts';

export interface ResolvePanelProps {
  readonly choices: Resolvable;
  readonly help: string | undefined;
  readonly resolution: Resolution | undefined;
  readonly note: string;
  readonly onNote: (text: string) => void;
  /** Null takes the resolution back. */
  readonly onResolve: (choice: LabelValue | null) => void;
  readonly failed: Resolving['failed'];
  readonly onOpen: (id: string) => void;
}

/** What the team says, one key an answer, and why. */
export function ResolvePanel(props: ResolvePanelProps) {
  const { choices, help, resolution, note, onNote, onResolve, failed, onOpen } = props;
  return (
    <section className={styles['resolve']} aria-label="Resolution">
      <h3 className={styles['heading']}>Resolution</h3>
      {help === undefined ? null : (
        <p className={styles['muted']} dir="auto">
          {help}
        </p>
      )}
      <ChoiceQuestion
        question={choices.question}
        value={choices.choiceOf(resolution?.value)}
        keys={choices.keys}
        showsHelp={false}
        onAnswer={(_, value) => onResolve(value)}
        oldAnswerName={(_, value) => value}
      />
      <div className={styles['noteHead']}>
        <span>Note, saved with the answer</span>
        <KeyHint command="adjudicate.note" />
      </div>
      <TextAnswer question={noteField} name="Note on the resolution" value={note} onChange={onNote} />
      <p className={styles['status']} role="status">
        {resolution === undefined
          ? 'Not resolved yet'
          : `Resolved by ${resolution.annotator}, ${formatMoment(resolution.at)}`}
      </p>
      {failed === null ? null : (
        <Notice
          tone="error"
          actions={<Button onPress={() => onOpen(failed.id)}>Show the interaction</Button>}
        >
          {failed.message}
        </Notice>
      )}
    </section>
  );
}
