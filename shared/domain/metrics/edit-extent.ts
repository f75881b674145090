/**
 * The least difference that explains an edit, each including the ones before it: none; whitespace; letter case;
 * markup (Markdown signs, HTML tags); punctuation and other signs; words.
 */
export type EditExtent = 'none' | 'whitespace' | 'case' | 'markup' | 'punctuation' | 'words';

export function editExtent(output: string, edit: string): EditExtent {
  if (output === edit) return 'none';
  // From the widest to the narrowest, since most edits change words and are known after the first step.
  if (!sameAfter(output, edit, withoutMarkup, withoutSigns, lowerCase)) return 'words';
  if (sameAfter(output, edit, withoutWhitespace)) return 'whitespace';
  if (sameAfter(output, edit, withoutWhitespace, lowerCase)) return 'case';
  if (sameAfter(output, edit, withoutMarkup, withoutWhitespace, lowerCase)) return 'markup';
  return 'punctuation';
}

function sameAfter(output: string, edit: string, ...steps: readonly ((text: string) => string)[]): boolean {
  const apply = (start: string) => steps.reduce((text, step) => step(text), start);
  return apply(output) === apply(edit);
}

/** Whether a number (digits with separators) stands more or less often in one text than in the other. */
export function numbersDiffer(output: string, edit: string): boolean {
  return !sameBag(output.match(number), edit.match(number));
}

/** Whether a web address stands more or less often in one text than in the other. */
export function urlsDiffer(output: string, edit: string): boolean {
  return !sameBag(output.match(url), edit.match(url));
}

const number = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu;
const url = /(?:https?:\/\/|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]]/gi;

const withoutWhitespace = (text: string) => text.replaceAll(/\s+/g, '');
const lowerCase = (text: string) => text.toLowerCase();
const withoutMarkup = (text: string) => text.replaceAll(/<\/?[a-z][^<>]*>|[*_`~#>|]|^[ \t]*[-+] /gim, '');
const withoutSigns = (text: string) => text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');

function sameBag(first: readonly string[] | null, second: readonly string[] | null): boolean {
  if (first === null || second === null) return first === second;
  return first.length === second.length && first.toSorted().join('\n') === second.toSorted().join('\n');
}
