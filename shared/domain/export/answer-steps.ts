import { type Change, diffTexts } from '../diff/diff-texts.ts';

/** A paragraph of an output, and whether people left it as it was. */
export interface AnswerStep {
  readonly text: string;
  readonly good: boolean;
}

/**
 * The paragraphs of an output up to the first one that its edit changed, which is the last: what comes after a wrong step
 * rests on it, and nobody said whether it is right in itself. (Lightman et al. 2023, "Let's verify step by step", label up to
 * the first mistake as well.) Without an edit that changes more than white space, all are good.
 */
export function answerSteps(output: string, edit: string | null): readonly AnswerStep[] {
  const changes = edit === null ? [] : wordChanges(output, edit);
  const steps: AnswerStep[] = [];
  for (const { text, start } of paragraphsOf(output)) {
    const good = !changes.some((change) => touches(change, start, start + text.length));
    steps.push({ text, good });
    if (!good) break;
  }
  return steps;
}

/** White space is told apart while they are found, for words that are put in may stand on either side of an empty line. */
function wordChanges(output: string, edit: string): readonly Change[] {
  return diffTexts(output, edit).changes.filter(({ removed, added }) => /\S/u.test(removed + added));
}

/** What stands between empty lines, from the first letter to the last. */
function paragraphsOf(output: string): readonly { readonly text: string; readonly start: number }[] {
  const gaps = [...output.matchAll(emptyLine)].map(({ 0: gap, index }) => ({
    start: index,
    end: index + gap.length,
  }));
  const ends = [...gaps.map(({ start }) => start), output.length];
  return [0, ...gaps.map(({ end }) => end)].flatMap((from, at) => {
    const piece = output.slice(from, ends[at]);
    const text = piece.trim();
    return text === '' ? [] : [{ text, start: from + piece.length - piece.trimStart().length }];
  });
}

const emptyLine = /\n[^\S\n]*\n/gu;

/** What was put in between paragraphs as paragraphs of its own touches neither. */
function touches({ outputStart, outputEnd, added }: Change, start: number, end: number): boolean {
  if (outputEnd > outputStart) return outputStart < end && outputEnd > start;
  if (outputStart === start) return !/\n[^\S\n]*\n\s*$/u.test(added);
  if (outputStart === end) return !/^\s*\n[^\S\n]*\n/u.test(added);
  return outputStart > start && outputStart < end;
}
