import type { Client } from '../../../shared/contract/contract.ts';
import type { Item } from '../../../shared/contract/item-operations.ts';
import type { HistoryStep } from '../../../shared/contract/review-operations.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { SpanPlace } from '../../../shared/domain/spans/span-place.ts';
import type { SpanValue } from '../../../shared/domain/spans/span-value.ts';
import type { Failure, Result } from '../../../shared/result/result.ts';
import { failureOf } from '../../api/failure.ts';
import type { PendingAnswer } from './answers.ts';
import { useReviewState } from './review-state.ts';

export interface ActQueueOptions {
  readonly client: Client;
  /** Called with every item as the engine answers it to an act of `annotator`. */
  readonly onItem: (item: Item, annotator: string) => void;
  /** Called after every undo and redo. */
  readonly onStep: (step: HistoryStep) => void;
}

/** A label on a part of an output; null takes it back. */
export interface SpanAct {
  readonly itemId: string;
  readonly annotator: string;
  readonly place: SpanPlace;
  readonly value: SpanValue | null;
}

/** What an annotator does, sent to the engine one act after the other: their order is what undo goes by. */
export interface ActQueue {
  readonly answer: (answer: PendingAnswer) => Promise<Result<Item>>;
  readonly labelSpan: (act: SpanAct) => Promise<Result<Item>>;
  readonly writeEdit: (itemId: string, annotator: string, text: string | null) => Promise<Result<Item>>;
  /** Any other act on an interaction, in its turn. */
  readonly other: <T>(itemId: string, annotator: string, send: () => Promise<T>) => Promise<Result<T>>;
  readonly undo: (annotator: string) => Promise<Result<HistoryStep>>;
  readonly redo: (annotator: string) => Promise<Result<HistoryStep>>;
}

/**
 * Answers show at once (as pending) and are believed only when the engine has them on disk: on failure the pending
 * answer goes, so the old value is back, and the engine's sentence is kept for the screen.
 */
export function createActQueue({ client, onItem, onStep }: ActQueueOptions): ActQueue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let failed: { readonly itemId: string; readonly failure: Failure } | null = null;

  function enqueue<T>(
    annotator: string,
    send: () => Promise<T>,
    itemOf: (value: T) => Item | null,
  ): Promise<Result<T>> {
    if (waiting++ === 0) failed = null;
    useReviewState.setState({ save: { kind: 'saving' } });
    const result = last.then(async (): Promise<Result<T>> => {
      try {
        const value = await send();
        const item = itemOf(value);
        if (item !== null) onItem(item, annotator);
        return { ok: true, value };
      } catch (error) {
        return { ok: false, error: failureOf(error) };
      } finally {
        waiting--;
      }
    });
    last = result;
    return result;
  }

  /** A failure stays on screen until the next act begins; later acts of the same burst do not hide it. */
  function showOutcome(itemId: string, failure: Failure | null) {
    if (failure !== null) failed = { itemId, failure };
    if (failed !== null)
      useReviewState.setState({
        save: { kind: 'failed', itemId: failed.itemId, message: failed.failure.message },
      });
    else if (waiting === 0) useReviewState.setState({ save: { kind: 'saved' } });
  }

  async function save<T>(
    annotator: string,
    itemId: string,
    send: () => Promise<T>,
    itemOf: (value: T) => Item | null,
  ): Promise<Result<T>> {
    const result = await enqueue(annotator, send, itemOf);
    showOutcome(itemId, result.ok ? null : result.error);
    return result;
  }

  /** That there is nothing to undo is no failed save: the caller says so. */
  async function stepThroughHistory(
    annotator: string,
    send: () => Promise<HistoryStep>,
  ): Promise<Result<HistoryStep>> {
    const result = await enqueue(annotator, send, (step) => step.item);
    if (result.ok) {
      onStep(result.value);
      showOutcome('', null);
    } else if (waiting === 0) useReviewState.setState({ save: { kind: 'idle' } });
    return result;
  }

  return {
    async answer(answer) {
      useReviewState.setState((state) => ({ pending: [...state.pending, answer] }));
      const { itemId, annotator, question, value } = answer;
      const result = await save(
        annotator,
        itemId,
        () => client.review.setLabel({ id: itemId, annotator, question, value }),
        (item) => item,
      );
      useReviewState.setState((state) => ({ pending: state.pending.filter((other) => other !== answer) }));
      return result;
    },

    labelSpan: async ({ itemId, annotator, place: { start, end, added }, value }) =>
      save(
        annotator,
        itemId,
        () => client.review.setSpanLabel({ id: itemId, annotator, start, end, added, value }),
        (item) => item,
      ),

    async writeEdit(itemId, annotator, text) {
      const result = await save(
        annotator,
        itemId,
        () => client.review.writeEdit({ id: itemId, annotator, text }),
        (value) => value.item,
      );
      return result.ok ? { ok: true, value: result.value.item } : result;
    },

    other: async (itemId, annotator, send) => save(annotator, itemId, send, () => null),
    undo: (annotator) => stepThroughHistory(annotator, () => client.review.undo({ annotator })),
    redo: (annotator) => stepThroughHistory(annotator, () => client.review.redo({ annotator })),
  };
}

/** True for a value that leaves things as they are, so that it need not be sent. */
export function isSameValue(left: LabelValue | null | undefined, right: LabelValue | null): boolean {
  if (Array.isArray(left) && Array.isArray(right)) return left.join('\n') === right.join('\n');
  return (left ?? null) === right;
}
