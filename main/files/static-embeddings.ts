import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../shared/result/result.ts';
import { readSafetensors, readTensorShapes, type Tensor } from './read-safetensors.ts';

/** Vectors of texts by the tokens in them. */
export interface StaticEmbeddings {
  /** Of the numbers: others have another one. */
  readonly version: string;
  vectorOf(text: string): Float32Array;
}

const tokenizerSchema = z.looseObject({
  model: z.looseObject({ unk_token: z.string().nullish(), unk_id: z.int().nullish() }),
});

/** Tokens of a text that count. */
const mostTokens = 512;

/**
 * Static embeddings of a folder in the shape of model2vec: `model.safetensors` with one row per token (`embeddings`, or
 * `embedding.weight`), where vocabularies were quantised with `mapping` and `weights`, and `tokenizer.json`. The vector of a
 * text is the mean of those of its tokens. Nothing is run and nothing is downloaded. MODEL_UNUSABLE.
 *
 * Source: https://github.com/MinishLab/model2vec, `model2vec/model.py` and `model2vec/persistence`.
 */
export async function readStaticEmbeddings(folder: string): Promise<Result<StaticEmbeddings>> {
  const tensors = await readSafetensors(join(folder, 'model.safetensors'));
  const tokens = await readTokenizer(join(folder, 'tokenizer.json'));
  const embeddings = tensors.ok ? embeddingsOf(tensors.value) : undefined;
  if (!tensors.ok || tokens === null || embeddings === undefined) return unusable(folder);
  const [, width = 0] = embeddings.shape;
  const mapping = tensors.value.get('mapping')?.values;
  const shares = tensors.value.get('weights')?.values;
  const { values } = embeddings;

  const vectorOf = (text: string): Float32Array => {
    const vector = new Float32Array(width);
    const found = tokens.tokenizer.encode(text, { add_special_tokens: false }).ids;
    for (const token of found.slice(0, mostTokens)) {
      if (token === tokens.unknown) continue;
      const row = (mapping === undefined ? token : (mapping[token] ?? -1)) * width;
      if (row < 0 || row >= values.length) continue;
      const share = shares?.[token] ?? 1;
      for (let at = 0; at < width; at++) vector[at] = (vector[at] ?? 0) + share * (values[row + at] ?? 0);
    }
    return vector;
  };
  return succeed({ version: versionOf(values), vectorOf });
}

/** Numbers of a vector of this folder's embeddings, without reading them. MODEL_UNUSABLE. */
export async function staticEmbeddingsWidth(folder: string): Promise<Result<number>> {
  const shapes = await readTensorShapes(join(folder, 'model.safetensors'));
  const [, width] = shapes.ok ? (embeddingsOf(shapes.value) ?? []) : [];
  const hasTokenizer = existsSync(join(folder, 'tokenizer.json'));
  return width === undefined || !hasTokenizer ? unusable(folder) : succeed(width);
}

function embeddingsOf<T>(arrays: ReadonlyMap<string, T>): T | undefined {
  return arrays.get('embeddings') ?? arrays.get('embedding.weight');
}

interface Tokens {
  readonly tokenizer: Tokenizer;
  /** The token of words that it does not know, which say nothing. */
  readonly unknown: number | undefined;
}

async function readTokenizer(path: string): Promise<Tokens | null> {
  try {
    const described = tokenizerSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    const tokenizer = new Tokenizer(described, {});
    const { unk_id: id, unk_token: token } = described.model;
    return { tokenizer, unknown: id ?? tokenizer.token_to_id(token ?? '') };
  } catch {
    return null;
  }
}

function versionOf({ buffer, byteOffset, byteLength }: Tensor['values']): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

function unusable(folder: string) {
  return fail(
    'MODEL_UNUSABLE',
    `${folder} holds no embedding model that can be used. Choose a folder with model.safetensors and tokenizer.json, as model2vec writes it.`,
  );
}
