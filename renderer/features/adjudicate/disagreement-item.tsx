import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ComponentType, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useQuery } from '@tanstack/react-query';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { reviewPath } from '../../app/routes.ts';
import { useAppState } from '../../state/app-state.ts';
import { IconButton } from '../../ui/button.tsx';
import { valueText } from '../../ui/questions/value-text.ts';
import { setNote, useAdjudicateState } from './adjudicate-state.ts';
import styles from './adjudicate.module.css';
import { AnswerCards } from './answer-cards.tsx';
import { givenAnswers, withoutNames } from './given-answers.ts';
import { resolvable } from './resolvable.ts';
import { ResolvePanel } from './resolve-panel.tsx';
import { useAdjudicateCommands } from './use-adjudicate-commands.ts';
import type { Resolving } from './use-resolving.ts';

export interface DisagreementItemProps {
  readonly item: Item;
  readonly question: string;
  /** Every question that was ever asked, to read stored labels by. */
  readonly known: readonly Question[];
  /** Those of the label schema as it is now. */
  readonly asked: readonly Question[];
  readonly reading: ComponentType<{ readonly item: Item }>;
  readonly resolving: Resolving;
  readonly onOpen: (id: string) => void;
  /** With a save that is on its way, which may be the last one of the list. */
  readonly onNext: (saved?: Promise<boolean>) => Promise<void>;
  readonly onPrevious: () => void;
}

const noFailureModes = [] as const;

/** One interaction on which annotators differ. */
export function DisagreementItem(props: DisagreementItemProps) {
  const { item, question, known, reading: Reading, resolving, onOpen, onNext, onPrevious } = props;
  const queries = useQueries();
  const [, navigate] = useLocation();
  const { settings } = useSettings();
  const annotator = settings?.annotator ?? '';
  const nameAnnotator = useAppState((state) => state.show);
  const failureModes = useQuery(queries.review.failureModes.queryOptions()).data ?? noFailureModes;
  const hidesNames = useAdjudicateState((state) => state.hidesNames);
  const noteKey = `${item.id} ${question}`;
  const draft = useAdjudicateState((state) => state.notes[noteKey]);

  const resolution = item.resolutions.find((one) => one.question === question);
  const readAs = known.find(({ id }) => id === question);
  const answers = useMemo(
    () => givenAnswers(item, question, known, hidesNames),
    [item, question, known, hidesNames],
  );
  const shown = useMemo(() => (hidesNames ? withoutNames(item) : item), [item, hidesNames]);
  const nameOf = (value: LabelValue) => valueText(value, readAs, failureModes);
  const asked = props.asked.find(({ id }) => id === question);
  const given = [
    ...answers.map(({ value }) => value),
    ...(resolution === undefined ? [] : [resolution.value]),
  ];
  const choices = resolvable(question, asked, given, nameOf);
  const note = draft ?? resolution?.note ?? '';

  const save = async (value: LabelValue | null) => {
    const isSaved = await resolving.resolve({ id: item.id, annotator, question, value, note });
    if (isSaved) setNote(noteKey, null);
    return isSaved;
  };
  const resolve = (choice: LabelValue | null) => {
    if (annotator === '') return nameAnnotator('annotator');
    const hasNewNote = note.trim() !== (resolution?.note ?? '');
    // The answer that stands, chosen again, takes it back; with another note it only takes the note.
    const value =
      choice === null && hasNewNote ? resolution?.value : choice === null ? null : choices.valueOf(choice);
    if (value === undefined) return undefined;
    const saved = save(value);
    return value === null ? undefined : void onNext(saved);
  };
  const openInReview = () => navigate(reviewPath([], item.id));

  useAdjudicateCommands({
    keys: choices.keys,
    value: choices.choiceOf(resolution?.value),
    resolve,
    next: () => void onNext(),
    previous: onPrevious,
    openInReview,
  });

  return (
    <div className={styles['body']} data-item={item.id}>
      <Reading item={shown} />
      <aside className={styles['aside']} aria-label="Answers and resolution">
        <div className={styles['asideHead']}>
          <h2 className={styles['itemName']}>
            {item.externalId ?? `${item.sourceName} ${item.id.slice(-6)}`}
          </h2>
          <IconButton
            icon={<ChevronUp aria-hidden />}
            name="Previous disagreement"
            command="adjudicate.previous"
            onPress={onPrevious}
          />
          <IconButton
            icon={<ChevronDown aria-hidden />}
            name="Next disagreement, this one as it is"
            command="adjudicate.next"
            onPress={() => void onNext()}
          />
        </div>
        <AnswerCards answers={answers} nameOf={nameOf} />
        <ResolvePanel
          choices={choices}
          help={asked?.help}
          resolution={resolution}
          note={note}
          onNote={(text) => setNote(noteKey, text)}
          onResolve={resolve}
          failed={resolving.failed}
          onOpen={onOpen}
        />
      </aside>
    </div>
  );
}
