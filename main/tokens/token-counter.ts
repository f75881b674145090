import type { TokenOptions } from '../../shared/domain/export/recipe-parts.ts';
import { type Result, succeed } from '../../shared/result/result.ts';
import { cutLongRuns } from './cut-long-runs.ts';
import { readTokenizerFile } from './read-tokenizer-file.ts';

/** Counts the tokens of texts by one vocabulary. */
export interface TokenCounter {
  /** Of the vocabulary: its own, or the name of its file. */
  readonly name: string;
  /** Of its file; null of one that is built in. */
  readonly sha256: string | null;
  /**
   * Special tokens in a text are ordinary text, for that is what a person who typed them meant. Runs of more than some
   * hundred letters without a space are counted in pieces: merging them takes the square of their length.
   */
  readonly count: (text: string) => number;
}

/** What texts are counted by: a vocabulary that is built in, or the path of a tokenizer.json. */
export type Encoding = TokenOptions['encoding'];

/** Loads a vocabulary, which takes some tenths of a second. FILE_NOT_FOUND, FILE_UNREADABLE, MODEL_UNUSABLE. */
export async function createTokenCounter(encoding: Encoding): Promise<Result<TokenCounter>> {
  if (typeof encoding === 'object') {
    const file = await readTokenizerFile(encoding.file);
    return file.ok ? succeed({ ...file.value, count: inPieces(file.value.countPiece) }) : file;
  }
  const { countTokens, setMergeCacheSize } = await builtIn[encoding]();
  setMergeCacheSize(remembered);
  const count = inPieces((text) => countTokens(text, { disallowedSpecial: nothing }));
  return succeed({ name: encoding, sha256: null, count });
}

/** Megabytes each, so that one is only loaded where it is asked for. */
const builtIn = {
  o200k_base: async () => import('gpt-tokenizer/encoding/o200k_base'),
  cl100k_base: async () => import('gpt-tokenizer/encoding/cl100k_base'),
};

const nothing = new Set<string>();

/** Words outside of the vocabulary whose tokens are remembered: more take tens of megabytes and save little. */
const remembered = 10_000;

function inPieces(count: (piece: string) => number): TokenCounter['count'] {
  return (text) => {
    let tokens = 0;
    for (const piece of cutLongRuns(text)) tokens += count(piece);
    return tokens;
  };
}
