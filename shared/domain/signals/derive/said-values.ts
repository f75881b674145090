import { no, yes, type DerivedValue, type LoggedSignal } from '../measured-row.ts';

/** What a signal of the log says as yes or no; null where it says neither. */
export function yesOrNo({ number, text }: Pick<LoggedSignal, 'number' | 'text'>): boolean | null {
  if (number !== null) return number > 0;
  const word = text?.trim().toLowerCase() ?? '';
  if (word === 'yes' || word === 'true') return true;
  return word === 'no' || word === 'false' ? false : null;
}

/** @param scale from the rating as it is logged to 0 (low end) to 1 (high end) */
export function ratingValue(
  latest: LoggedSignal | null,
  scale: ((rating: number) => number) | null,
): DerivedValue {
  if (latest === null || latest.number === null || scale === null) return null;
  return { value: scale(latest.number), reason: `Rated ${latest.number}.` };
}

export function thumbsValue(latest: LoggedSignal | null): DerivedValue {
  if (latest === null || latest.number === null) return null;
  return latest.number > 0 ? yes('Thumb up.') : no('Thumb down.');
}

/** Of texts: that one is there. That none is there is not known to be a no. */
export function writtenValue(found: LoggedSignal | null): DerivedValue {
  if (found === null) return null;
  const isThere = found.text === null ? found.number !== 0 : found.text.trim() !== '';
  return isThere ? yes('It was logged.') : null;
}

export function labelValue(labelled: boolean): DerivedValue {
  return labelled ? yes('An annotator answered a question.') : no('No answer stands.');
}
