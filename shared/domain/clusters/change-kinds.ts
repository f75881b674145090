import { editExtent } from '../metrics/edit-extent.ts';
import { changeWords, namesDiffer } from './change-words.ts';

/** How large a share of the changes of a cluster is of a kind. */
export interface KindShares {
  readonly removes: number;
  readonly adds: number;
  readonly replaces: number;
  /** Without any text. */
  readonly isWhole: number;
  readonly whitespace: number;
  readonly case: number;
  readonly markup: number;
  readonly punctuation: number;
  readonly numbers: number;
  readonly names: number;
  /** More than a dozen words on the longer side. */
  readonly long: number;
  readonly shortens: number;
  readonly lengthens: number;
}

type Kind = keyof KindShares;

export interface KindCounts {
  add(removed: string, added: string): void;
  shares(): KindShares;
}

const longWords = 12;

/** Where a text began is not known here; of a short one, a capital at its beginning rather is that of a name. */
function isPhrase(text: string): boolean {
  return text.length <= 24 && !/[.!?:\n]/u.test(text);
}

export function createKindCounts(): KindCounts {
  const counts = new Map<Kind, number>();
  let changes = 0;
  const count = (kind: Kind, holds: boolean): void => {
    if (holds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const share = (kind: Kind): number => (changes === 0 ? 0 : (counts.get(kind) ?? 0) / changes);
  return {
    add(removed, added) {
      changes++;
      const gone = changeWords(removed, isPhrase(removed));
      const come = changeWords(added, isPhrase(added));
      count('isWhole', removed === '' && added === '');
      count('removes', removed !== '' && added === '');
      count('adds', removed === '' && added !== '');
      count('replaces', removed !== '' && added !== '');
      const extent = editExtent(removed, added);
      if (extent !== 'none' && extent !== 'words') count(extent, true);
      count('numbers', gone.kinds.includes('number') || come.kinds.includes('number'));
      count('names', namesDiffer(gone, come));
      count('long', Math.max(gone.kinds.length, come.kinds.length) > longWords);
      count('shortens', come.kinds.length < gone.kinds.length);
      count('lengthens', come.kinds.length > gone.kinds.length);
    },
    shares: () => ({
      removes: share('removes'),
      adds: share('adds'),
      replaces: share('replaces'),
      isWhole: share('isWhole'),
      whitespace: share('whitespace'),
      case: share('case'),
      markup: share('markup'),
      punctuation: share('punctuation'),
      numbers: share('numbers'),
      names: share('names'),
      long: share('long'),
      shortens: share('shortens'),
      lengthens: share('lengthens'),
    }),
  };
}
