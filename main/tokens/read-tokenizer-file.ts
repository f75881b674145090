import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../shared/result/result.ts';
import { readFailure } from '../files/file-error.ts';

export interface TokenizerFile {
  readonly name: string;
  readonly sha256: string;
  readonly countPiece: (text: string) => number;
}

const fileSchema = z.looseObject({
  added_tokens: z.array(z.looseObject({ special: z.boolean().optional() })).nullish(),
  model: z.looseObject({}),
});

/** A tokenizer.json as Hugging Face's tokenizers write it. FILE_NOT_FOUND, FILE_UNREADABLE, MODEL_UNUSABLE. */
export async function readTokenizerFile(path: string): Promise<Result<TokenizerFile>> {
  let bytes;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const failure = readFailure(path, error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
  const tokenizer = tokenizerOf(bytes.toString('utf8'));
  if (tokenizer === null)
    return fail(
      'MODEL_UNUSABLE',
      `${path} holds no vocabulary that can be used. Choose a tokenizer.json as Hugging Face's tokenizers write it.`,
    );
  return succeed({
    name: basename(path),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    countPiece: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length,
  });
}

function tokenizerOf(text: string): Tokenizer | null {
  try {
    const described = fileSchema.parse(JSON.parse(text));
    // Those that are left are words of the vocabulary; special ones would be found in texts that only talk of them.
    const words = (described.added_tokens ?? []).filter(({ special }) => special !== true);
    const tokenizer = new Tokenizer({ ...described, added_tokens: words }, {});
    return tokenizer.encode('A word, 1 number.').ids.length > 0 ? tokenizer : null;
  } catch {
    return null;
  }
}
