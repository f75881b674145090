import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { Edit, Item } from '../../../shared/contract/item-operations.ts';
import { shownEdit } from '../../../shared/domain/shown-edit.ts';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { LabelSchema, LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { isLastAnswer } from '../../../shared/domain/schema/visible-questions.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useAppState } from '../../state/app-state.ts';
import { Button } from '../../ui/button.tsx';
import { useDiff } from '../../ui/diff/use-diff.ts';
import { Notice } from '../../ui/notice.tsx';
import { type ActQueue, isSameValue } from './act-queue.ts';
import { answersOf, type PendingAnswer, withCreatedMode } from './answers.ts';
import { comparesAnew, draftedSides } from './change-draft.ts';
import { comparedPair } from './compared-pair.ts';
import { Comparison } from './comparison.tsx';
import { ContextPane } from './context/context-pane.tsx';
import { useContextCommands } from './context/use-context-commands.ts';
import { EditForm } from './edit-form.tsx';
import { ItemHead } from './item-head.tsx';
import styles from './item-screen.module.css';
import { paneWidth } from './pane-width.ts';
import { BlindProvider } from './queue/blind-item.ts';
import { useShownItem } from './queue/use-shown-item.ts';
import { PaneSeparator } from './pane-separator.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { type Reading, readingOf, withLayout } from './reading.ts';
import { announce, setChangeDraft, useReviewState } from './review-state.ts';
import { useAskedQuestions } from './use-asked-questions.ts';
import { againstAfter } from './sides-line.tsx';
import { useChangeActs } from './use-change-acts.ts';
import { useChangeCommands } from './use-change-commands.ts';
import { useChanges } from './use-changes.ts';
import { useDraftedPair } from './use-drafted-pair.ts';
import { pairKey, useItem } from './use-item.ts';
import { useThreeWay } from './use-three-way.ts';
import { SpanPicker } from './span-picker.tsx';
import { useSpanLabels } from './use-span-labels.ts';
import { useReadingCommands } from './use-reading-commands.ts';
import { useNavigationCommands, useReviewCommands } from './use-review-commands.ts';
import { useStableCallback } from './use-stable-callback.ts';
import type { ReviewList } from './use-review-list.ts';
import type { ReviewNavigation } from './use-review-navigation.ts';

export interface ItemScreenProps {
  readonly id: string;
  readonly acts: ActQueue;
  readonly list: ReviewList;
  readonly navigation: ReviewNavigation;
  /** What others did stays hidden until this annotator has answered what must be answered. */
  readonly isBlind: boolean;
  /** How many interactions match the filter; undefined until it is known. */
  readonly total: number | undefined;
  readonly annotator: string;
  readonly schema: LabelSchema;
  readonly failureModes: readonly FailureMode[];
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** The open interaction: fetched, or why it cannot be shown. */
export function ItemScreen(props: ItemScreenProps) {
  const { id, list, navigation } = props;
  const { settings } = useSettings();
  const { data: item, error, refetch } = useItem(id, list.items, navigation.index, readingOf(settings));
  const shown = useShownItem(item, props);
  if (shown !== undefined)
    return (
      <BlindProvider value={shown.isHidden}>
        <LoadedItem {...props} item={shown.item} />
      </BlindProvider>
    );
  return (
    <>
      <NavigationKeys navigation={navigation} />
      {error === null ? (
        <div className={styles['loading']} aria-busy="true" />
      ) : (
        <Failed error={error} onRetry={() => void refetch()} onNext={navigation.next} />
      )}
    </>
  );
}

function NavigationKeys({ navigation }: Pick<ItemScreenProps, 'navigation'>) {
  useNavigationCommands(navigation);
  return null;
}

interface FailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onNext: () => void;
}

function Failed({ error, onRetry, onNext }: FailedProps) {
  return (
    <div className={styles['failed']}>
      <Notice
        tone="error"
        actions={
          <>
            <Button onPress={onRetry}>Try again</Button>
            <Button onPress={onNext}>Next interaction</Button>
          </>
        }
      >
        {failureOf(error).message}
      </Notice>
    </div>
  );
}

function LoadedItem(props: ItemScreenProps & { readonly item: Item }) {
  const { item, acts, list, navigation, annotator, schema, failureModes } = props;
  const queries = useQueries();
  const queryClient = useQueryClient();
  const { settings, update } = useSettings();
  const nameAnnotator = useAppState((state) => state.show);
  const pending = useReviewState((state) => state.pending);
  const sizes = useReviewState((state) => state.sizes);
  // The engine's answer is in the cache before the screen hears of it. Without it an answer that was just acknowledged
  // would be gone for a moment, and with it the questions that follow from it and their keys.
  const newestItem = () =>
    queryClient.getQueryData(queries.items.get.queryKey({ input: { id: item.id } })) ?? item;
  const newest = newestItem();
  const answers = useMemo(() => answersOf(newest, annotator, pending), [newest, annotator, pending]);
  const asked = useAskedQuestions(schema, answers);
  const everyQuestion = useQuery(queries.schema.everyQuestion.queryOptions()).data ?? schema.questions;

  // Choices that belong to one interaction are kept with its id: they end with it, without an effect.
  const [choice, setChoice] = useState<ItemChoice>({ itemId: item.id });
  const own = choice.itemId === item.id ? choice : { itemId: item.id };
  const choose = useCallback(
    (part: Omit<ItemChoice, 'itemId'>) => setChoice({ itemId: item.id, ...part }),
    [item.id],
  );

  const changeDrafts = useReviewState((state) => state.changeDrafts);
  const sides =
    own.editId === undefined && own.againstId === undefined ? draftedSides(changeDrafts, item.id) : null;
  const compare = sides ?? own;
  const edit = shownEdit(item, compare.editId);
  const against = item.edits.find(({ id }) => id === compare.againstId && id !== edit?.id) ?? null;
  const pairName = pairKey(item, edit, against);
  const draft = changeDrafts[pairName] ?? null;
  const wanted = useMemo(() => ({ ...readingOf(settings), ...draft?.comparing }), [settings, draft]);
  const threeWay = useThreeWay(item, edit, against, wanted);
  const isThreeWay = threeWay !== null;
  const reading = useMemo(() => withLayout(wanted, isThreeWay), [wanted, isThreeWay]);
  const before = against?.text ?? item.output;
  const pair = comparedPair(pairName, before, edit?.text ?? before, reading);
  const compared = useDiff(pair.key, pair.output, pair.edit, pair.options);
  const drafted = useDraftedPair(pair, compared, draft);
  const changes = useChanges(threeWay?.key ?? pair.key, threeWay?.walk ?? drafted.compared.diff);
  const contextOpen = settings?.contextOpen ?? true;

  // A note may be saved after its interaction was left, so it names the interaction it belongs to.
  const saveNote = useStableCallback(async (itemId: string, question: Question, value: LabelValue | null) => {
    const result = await acts.answer({ itemId, annotator, question: question.id, value });
    return result.ok;
  });
  const sendAnswer = async (question: Question, given: PendingAnswer) => {
    const result = await acts.answer(given);
    if (!result.ok || question.kind !== 'failure_mode') return;
    queryClient.setQueryData(queries.review.failureModes.queryKey(), (known) =>
      known === undefined ? known : [...withCreatedMode(known, given, result.value)],
    );
  };
  // Keys may come faster than the screen is drawn: two choices in a row must both count.
  const currentAnswers = () => answersOf(newestItem(), annotator, useReviewState.getState().pending);
  const answer = useStableCallback((question: Question, value: LabelValue | null) => {
    if (annotator === '') return nameAnnotator('annotator');
    const now = currentAnswers();
    if (isSameValue(now[question.id], value)) return;
    void sendAnswer(question, { itemId: item.id, annotator, question: question.id, value });
    if (value === null || !useReviewState.getState().goToNext) return;
    if (isLastAnswer(schema, question, { ...now, [question.id]: value })) navigation.next();
  });

  const withdraw = useStableCallback(async () => {
    const result = await acts.writeEdit(item.id, annotator, null);
    if (result.ok) announce('Your edit is withdrawn. Undo brings it back.');
  });
  const saveEdit = async (text: string) => {
    const { ok } = await acts.writeEdit(item.id, annotator, text);
    if (ok) setChangeDraft(pairName, null);
    return ok;
  };
  const startEdit = useStableCallback(() => {
    if (annotator === '') nameAnnotator('annotator');
    else choose({ isEditing: true, ...(own.editId === undefined ? {} : { editId: own.editId }) });
  });
  const stepThroughHistory = async (step: 'undo' | 'redo') => {
    if (annotator === '') return;
    const result = await acts[step](annotator);
    if (!result.ok) return announce(result.error.message);
    const { interactionId, description } = result.value;
    announce(`${step === 'undo' ? 'Undone' : 'Redone'}: ${description}`);
    if (interactionId !== null && interactionId !== item.id) navigation.open(interactionId);
  };
  const setReading = useStableCallback((part: Partial<Reading>) => {
    if (draft === null || !comparesAnew(draft, part)) return update(part);
    announce('Keep or discard the reverted changes first: compared in another way, the changes are others.');
  });
  const changeActs = useChangeActs({
    item,
    edit,
    pairName,
    draft,
    drafted,
    changes,
    reading,
    annotator,
    acts,
    nameAnnotator: () => nameAnnotator('annotator'),
    stay: () => choose({ ...own, editId: edit?.id, againstId: against?.id }),
    showEdit: (id) => choose({ editId: id }),
  });

  useReviewCommands({
    asked,
    currentAnswers,
    isEditing: own.isEditing === true,
    hasEdits: item.edits.length,
    navigation,
    changes,
    searchField: props.searchField,
    answer,
    openSearch: (question) => choose({ ...own, openSearch: question }),
    startEdit,
    nextEdit: () => choose({ editId: editAfter(item, edit)?.id, againstId: own.againstId }),
    nextAgainst: () =>
      choose({ editId: own.editId, againstId: againstAfter(item, edit, against) ?? undefined }),
    toggleContext: () => update({ contextOpen: !contextOpen }),
    undo: () => void stepThroughHistory('undo'),
    redo: () => void stepThroughHistory('redo'),
  });
  const visit = useContextCommands({
    itemId: item.id,
    isReading: own.isEditing !== true,
    openContext: () => {
      if (!contextOpen) update({ contextOpen: true });
    },
    open: navigation.open,
  });
  useReadingCommands(reading, own.isEditing !== true, item.edits.length > 1, setReading);
  useChangeCommands({
    acts: changeActs,
    isReading: own.isEditing !== true,
    hasEdit: edit !== null,
    hasCurrent: threeWay === null && changes.currentId !== null,
    leave: changes.leave,
  });

  const shownTexts = {
    hasEdit: edit !== null,
    isOfEdits: against !== null || isThreeWay,
    isLaidOut: pair.jsonChanges !== null,
    reading,
  };
  const spanLabels = useSpanLabels({
    item,
    diff: compared.diff,
    shownTexts,
    changes,
    annotator,
    acts,
    asked,
    failureModes,
    isReading: own.isEditing !== true,
    nameAnnotator: () => nameAnnotator('annotator'),
    newestItem,
  });

  const selectEdit = useStableCallback((editId: string) => choose({ editId, againstId: own.againstId }));
  const selectAgainst = useStableCallback((againstId: string | null) =>
    choose({ editId: own.editId, againstId: againstId ?? undefined }),
  );
  const openSearch = useStableCallback((question: string | null) =>
    choose(question === null ? {} : { openSearch: question }),
  );
  const onNameAnnotator = useCallback(() => nameAnnotator('annotator'), [nameAnnotator]);

  return (
    <div className={styles['item']}>
      <div className={styles['centre']}>
        <ItemHead item={item} list={list} navigation={navigation} total={props.total} />
        <div
          className={styles['reading']}
          style={
            {
              '--context-height': `${sizes.contextHeight}px`,
              '--context-width': `${sizes.contextWidth}px`,
            } as object
          }
        >
          {contextOpen ? (
            <>
              <div className={styles['context']}>
                <ContextPane item={item} onOpen={visit} />
              </div>
              <div className={styles['separatorAbove']}>
                <PaneSeparator pane="contextHeight" name="the context" grows="down" />
              </div>
              <div className={styles['separatorBeside']}>
                <PaneSeparator pane="contextWidth" name="the context" grows="right" />
              </div>
            </>
          ) : null}
          <div className={styles['comparison']}>
            <Comparison
              item={item}
              edit={edit}
              against={against}
              onSelectEdit={selectEdit}
              onSelectAgainst={selectAgainst}
              threeWay={threeWay}
              drafted={drafted}
              changeActs={changeActs}
              changes={changes}
              marks={spanLabels.marks}
              onSelectLabel={spanLabels.selectLabel}
              reading={reading}
              annotator={annotator}
              onReading={setReading}
              onStartEdit={startEdit}
              onWithdraw={withdraw}
              form={
                own.isEditing ? (
                  <EditForm
                    key={item.id}
                    itemId={item.id}
                    output={item.output}
                    base={edit === null ? item.output : draft === null ? edit.text : drafted.pair.edit}
                    onSave={saveEdit}
                    onClose={() => choose({})}
                  />
                ) : null
              }
            />
          </div>
        </div>
      </div>
      {spanLabels.picker === null ? null : <SpanPicker {...spanLabels.picker} />}
      <PaneSeparator pane="questions" name="the questions" grows="left" />
      <aside className={styles['questions']} style={paneWidth(sizes.questions)} aria-label="Labels">
        <QuestionsPanel
          item={item}
          asked={asked}
          known={everyQuestion}
          failureModes={failureModes}
          annotator={annotator}
          answers={answers}
          openSearch={own.openSearch ?? null}
          onOpenSearch={openSearch}
          onAnswer={answer}
          onSaveNote={saveNote}
          onNameAnnotator={onNameAnnotator}
          spanList={spanLabels.list}
        />
      </aside>
    </div>
  );
}

interface ItemChoice {
  readonly itemId: string;
  readonly editId?: string | undefined;
  /** The edit that stands in place of the output. */
  readonly againstId?: string | undefined;
  readonly isEditing?: boolean;
  readonly openSearch?: string;
}

function editAfter(item: Item, edit: Edit | null): Edit | undefined {
  const index = item.edits.findIndex((candidate) => candidate.id === edit?.id);
  return item.edits[(index + 1) % Math.max(1, item.edits.length)];
}
