import type { LabelValue } from '../schema/label-schema.ts';
import type { PlaceAnswer, PlacedAnswer } from './answer-scale.ts';

/**
 * The labels of one question on the items that at least two raters answered. Raters and answers are numbers; the
 * labels of item i are those from `starts[i]` to before `starts[i + 1]`.
 */
export interface AnswerTable {
  readonly starts: readonly number[];
  readonly raters: readonly number[];
  readonly answers: readonly number[];
  /** Everybody in `raters`, once. */
  readonly ratersSeen: ReadonlySet<number>;
  /** What the numbers in `answers` stand for. */
  readonly scale: readonly PlacedAnswer[];
}

export interface RatedAnswer {
  readonly rater: number;
  readonly value: LabelValue;
}

export interface AnswerTableBuilder {
  /** Takes the labels of one item, at most one a rater. */
  addItem(labels: readonly RatedAnswer[]): void;
  finish(): AnswerTable;
  /** Labels that have no place on the scale; they are not in the table. */
  readonly leftOut: number;
  /** Different answers so far. */
  readonly answerCount: number;
}

export function createAnswerTable(place: PlaceAnswer): AnswerTableBuilder {
  const starts = [0];
  const raters: number[] = [];
  const answers: number[] = [];
  const ratersSeen = new Set<number>();
  const scale: PlacedAnswer[] = [];
  const numbers = new Map<string, number>();
  let leftOut = 0;

  function numberOf(placed: PlacedAnswer): number {
    const known = numbers.get(placed.key);
    if (known !== undefined) return known;
    numbers.set(placed.key, scale.length);
    return scale.push(placed) - 1;
  }

  return {
    addItem(labels) {
      const placed = labels.flatMap(({ rater, value }) => {
        const answer = place(value);
        return answer === null ? [] : [{ rater, answer }];
      });
      leftOut += labels.length - placed.length;
      if (placed.length < 2) return;
      for (const { rater, answer } of placed) {
        raters.push(rater);
        ratersSeen.add(rater);
        answers.push(numberOf(answer));
      }
      starts.push(raters.length);
    },
    finish: () => ({ starts, raters, answers, ratersSeen, scale }),
    get answerCount() {
      return scale.length;
    },
    get leftOut() {
      return leftOut;
    },
  };
}

export function itemCount(table: AnswerTable): number {
  return table.starts.length - 1;
}
