import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Change, ChangeSubject, Mode } from '../../../shared/contract/cluster-operations.ts';
import { ChooserDialog } from '../../ui/chooser-dialog.tsx';
import { ChangeLine } from '../../ui/diff/change-line.tsx';
import { ExampleCard } from './example-card.tsx';
import { ExampleTools } from './example-tools.tsx';
import { modeChoices } from './mode-choices.ts';
import styles from './opened.module.css';
import { unitKey } from './use-examples.ts';
import { useExampleActs } from './use-example-acts.ts';
import { useExampleCommands } from './use-example-commands.ts';
import type { ModeActs } from './use-mode-acts.ts';

export interface ExampleListProps {
  readonly subject: ChangeSubject;
  readonly modes: readonly Mode[];
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
  readonly changes: readonly Change[];
  readonly isPending: boolean;
  readonly head: ReactNode;
  readonly foot: ReactNode;
  /** Said where there are none. */
  readonly empty: string;
  /** The change that all of these are like. */
  readonly likened?: Change;
  /** The current one is near to the end of what is there. */
  readonly onNearEnd?: () => void;
  readonly onReload: () => void;
  readonly onSimilar: (change: Change) => void;
  /** Back to where one came from; without it, the next order is shown instead. */
  readonly onLeave?: () => void;
}

/** More is asked for when so few are left. */
const nearEnd = 10;

/** Changes in their context, one of them the current one, with what can be said of it. */
export function ExampleList(props: ExampleListProps) {
  const { subject, modes, acts, isReadOnly, changes, isPending, likened, onNearEnd, onReload } = props;
  const [index, setIndex] = useState(0);
  const [isMoving, setMoving] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const current = changes[index];
  const example = useExampleActs(subject, modes, acts);

  const { steps } = acts;
  const seenSteps = useRef(steps);
  useEffect(() => {
    if (seenSteps.current === steps) return;
    seenSteps.current = steps;
    onReload();
  }, [steps, onReload]);

  const goTo = (next: number) => {
    if (changes[next] === undefined) return;
    setIndex(next);
    if (next >= changes.length - nearEnd) onNearEnd?.();
    const card = list.current?.children[next]?.querySelector<HTMLElement>('[data-example]');
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };
  const commands = {
    next: () => goTo(index + 1),
    previous: () => goTo(index - 1),
    open: () => current !== undefined && example.open(current),
    like: () => current !== undefined && example.say(current, 'in'),
    unlike: () => current !== undefined && example.say(current, 'out'),
    move: () => setMoving(true),
    similar: () => current !== undefined && props.onSimilar(current),
    leave: props.onLeave,
    hasCurrent: current !== undefined,
    canMove: current !== undefined && !isReadOnly,
    canSay: current !== undefined && !isReadOnly && subject.kind === 'mode',
  };
  useExampleCommands(commands);

  return (
    <>
      <div className={styles['examplesHead']}>
        <div className={styles['examplesTitle']}>{props.head}</div>
        <ExampleTools actions={commands} isMode={subject.kind === 'mode'} isReadOnly={isReadOnly} />
      </div>
      {likened === undefined ? null : (
        <div className={styles['likened']}>
          <ChangeLine change={likened} />
        </div>
      )}
      {changes.length > 0 || isPending ? null : <p className={styles['hint']}>{props.empty}</p>}
      <ol ref={list} className={styles['list']} aria-busy={isPending || undefined}>
        {changes.map((change, at) => (
          <li key={unitKey(change)}>
            <ExampleCard
              change={change}
              isCurrent={at === index}
              said={example.said(change)}
              subject={subject}
              onSelect={() => setIndex(at)}
            />
          </li>
        ))}
      </ol>
      {props.foot}
      {isMoving && current !== undefined ? (
        <ChooserDialog
          title="Move the example to"
          label="Failure mode"
          options={modeChoices(modes, (mode) => subject.kind !== 'mode' || mode.id !== subject.id)}
          empty="There are no failure modes yet. Type a name to add the first."
          onClose={() => setMoving(false)}
          onChoose={(target) => {
            setMoving(false);
            void example.move(current, target);
          }}
          onAdd={(name) => {
            setMoving(false);
            void example.moveToNew(current, name);
          }}
        />
      ) : null}
    </>
  );
}
