import { InvalidArgumentError } from 'commander';

/** Reads a whole number within limits. */
export function wholeNumber(minimum: number, maximum = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= minimum && value <= maximum) return value;
    const limit = maximum < Number.MAX_SAFE_INTEGER ? ` and at most ${maximum}` : '';
    throw new InvalidArgumentError(`It must be a whole number of at least ${minimum}${limit}.`);
  };
}

/** Reads a share up to the whole. */
export function wholeShare(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number between 0 and 1.');
}

/** Reads an amount of money or the like: a number from 0 on. */
export function amount(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('It must be a number of at least 0.');
}

/** Gathers the values of an option that is repeatable. */
export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

/** Reads a share of groups that can be held out. */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 0.9) return value;
  throw new InvalidArgumentError('It must be a number between 0 and 0.9.');
}

/** Reads from which likeness on texts are near-duplicates. */
export function nearShare(text: string): number {
  const value = Number(text);
  if (value >= 0.5 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number between 0.5 and 1.');
}

/** Reads a percentage. */
export function percent(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError('It must be a number between 0 and 100.');
}
