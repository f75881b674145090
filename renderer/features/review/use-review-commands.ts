import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { answerKeys, chosen } from '../../../shared/domain/schema/answer-keys.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Answers } from '../../../shared/domain/schema/visible-questions.ts';
import { type Command, useCommands } from '../../app/key-map.ts';
import { toggleGoToNext, toggleHelp, toggleList } from './review-state.ts';
import type { ChangeCursor } from './use-changes.ts';
import type { ReviewNavigation } from './use-review-navigation.ts';

export interface ReviewActions {
  /** The questions that the answers ask; the same list as long as it holds the same. */
  readonly asked: readonly Question[];
  /** The answers as they stand when this is called, not when the screen was drawn. */
  readonly currentAnswers: () => Answers;
  readonly isEditing: boolean;
  /** How many edits the interaction has. */
  readonly hasEdits: number;
  readonly navigation: ReviewNavigation;
  readonly changes: ChangeCursor;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly answer: (question: Question, value: LabelValue | null) => void;
  readonly openSearch: (question: string) => void;
  readonly startEdit: () => void;
  readonly nextEdit: () => void;
  readonly nextAgainst: () => void;
  readonly toggleContext: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The keys of the review screen. They are registered once per state of the screen, not per interaction. */
export function useReviewCommands(actions: ReviewActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const { asked, isEditing } = actions;
  const { next, previous, nextUnlabelled, skip } = actions.navigation;
  const hasChanges = actions.changes.count > 0;
  const hasMove = actions.changes.otherEnd !== null;
  const hasSeveralEdits = actions.hasEdits > 1;

  const commands = useMemo(() => {
    const on = (
      id: string,
      name: string,
      keys: readonly string[],
      group: string,
      run: (now: ReviewActions) => void,
      enabled = true,
    ): Command => ({
      id: `review.${id}`,
      isAnswer: id.startsWith('answer.') || id.startsWith('focus.'),
      name,
      keys,
      group,
      enabled,
      run: () => run(latest.current),
    });
    // While an edit is being written, leaving it by a stray key would be a surprise.
    const reading = !isEditing;
    return [
      ...navigationCommands({ next, previous, nextUnlabelled, skip }, reading),
      on('undo', 'Undo my last act', ['u', 'Mod+Z'], 'Review', (now) => now.undo(), reading),
      on('redo', 'Redo', ['Mod+Shift+Z', 'Shift+U'], 'Review', (now) => now.redo(), reading),
      on('search', 'Search in the texts', ['/'], 'Review', ({ searchField }) => searchField.current?.focus()),
      on(
        'next-change',
        'Next change',
        ['n'],
        'Reading',
        ({ changes }) => changes.next(),
        reading && hasChanges,
      ),
      on(
        'previous-change',
        'Previous change',
        ['p'],
        'Reading',
        ({ changes }) => changes.previous(),
        reading && hasChanges,
      ),
      on(
        'other-end',
        'Go to the other place of moved text',
        ['m'],
        'Reading',
        ({ changes }) => changes.otherEnd?.(),
        reading && hasMove,
      ),
      on(
        'next-edit',
        'Show the next edit',
        ['e'],
        'Reading',
        (now) => now.nextEdit(),
        reading && hasSeveralEdits,
      ),
      on(
        'next-against',
        'Compare it with the output or another edit',
        ['Shift+E'],
        'Reading',
        (now) => now.nextAgainst(),
        reading && hasSeveralEdits,
      ),
      on('scroll', 'Scroll down', ['Space'], 'Reading', () => scrollTexts(1), reading),
      on('scroll-back', 'Scroll up', ['Shift+Space'], 'Reading', () => scrollTexts(-1), reading),
      on('context', 'Show or hide the context', ['c'], 'Reading', (now) => now.toggleContext()),
      on('list', 'Show or hide the list', ['['], 'Review', toggleList),
      on('edit', 'Edit the text', ['i'], 'Edit', (now) => now.startEdit(), reading),
      ...labelCommands(asked, on),
      on('go-to-next', 'Go to next after required answers, on or off', ['a'], 'Label', toggleGoToNext),
      on('help', 'Help on the questions, on or off', ['q'], 'Label', toggleHelp),
    ];
  }, [asked, isEditing, hasChanges, hasMove, hasSeveralEdits, next, previous, nextUnlabelled, skip]);
  useCommands('review', commands);
}

/** The keys that go on while an interaction is still being fetched: none of them may be lost to quick fingers. */
export function useNavigationCommands({ next, previous, nextUnlabelled, skip }: Steps): void {
  useCommands(
    'review.navigation',
    useMemo(
      () => navigationCommands({ next, previous, nextUnlabelled, skip }, true),
      [next, previous, nextUnlabelled, skip],
    ),
  );
}

type Steps = Pick<ReviewNavigation, 'next' | 'previous' | 'nextUnlabelled' | 'skip'>;

function navigationCommands({ next, previous, nextUnlabelled, skip }: Steps, enabled: boolean): Command[] {
  const group = 'Review';
  return [
    {
      id: 'review.next',
      name: 'Next interaction',
      keys: ['j', 'ArrowDown', 'Enter'],
      group,
      enabled,
      run: next,
    },
    {
      id: 'review.previous',
      name: 'Previous interaction',
      keys: ['k', 'ArrowUp'],
      group,
      enabled,
      run: previous,
    },
    ...skipCommands({ nextUnlabelled, skip }, enabled),
  ];
}

/** In a queue, skipping is said, with a reason, so that the interaction does not come again. */
function skipCommands({ nextUnlabelled, skip }: Pick<Steps, 'nextUnlabelled' | 'skip'>, enabled: boolean) {
  const group = 'Review';
  const toNext = { group, enabled, run: nextUnlabelled };
  if (skip === null)
    return [{ id: 'review.skip', name: 'Skip to the next one I have not labelled', keys: ['s'], ...toNext }];
  return [
    { id: 'review.skip', name: 'Skip, and say why', keys: ['s'], group, enabled, run: skip },
    { id: 'review.next-open', name: 'Next one I have not done', keys: ['Shift+S'], ...toNext },
  ];
}

function labelCommands(
  asked: readonly Question[],
  on: (
    id: string,
    name: string,
    keys: readonly string[],
    group: string,
    run: (now: ReviewActions) => void,
  ) => Command,
): Command[] {
  const answering = answerKeys({ questions: asked }).map(({ question, keys, name, value }) =>
    on(`answer.${question.id}.${String(value)}`, name, [keys], 'Label', ({ answer, currentAnswers }) => {
      answer(question, chosen(question, currentAnswers()[question.id], value));
    }),
  );
  const focusing = asked.flatMap((question) => {
    if (question.key === undefined) return [];
    if (question.kind === 'failure_mode')
      return [
        on(`focus.${question.id}`, question.name, [question.key], 'Label', (now) =>
          now.openSearch(question.id),
        ),
      ];
    if (question.kind === 'text')
      return [
        on(`focus.${question.id}`, question.name, [question.key], 'Label', () => focusQuestion(question.id)),
      ];
    return [];
  });
  return [...answering, ...focusing];
}

function focusQuestion(id: string): void {
  const field = document.querySelector(`[data-question="${id}"]`);
  if (!(field instanceof HTMLTextAreaElement)) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Share of the visible height that one step scrolls; the rest stays for finding the place again. */
const scrollShare = 0.85;

function scrollTexts(direction: 1 | -1): void {
  const texts = document.querySelector('[role=region][aria-label^="Output"]');
  texts?.scrollBy({ top: direction * scrollShare * texts.clientHeight });
}
