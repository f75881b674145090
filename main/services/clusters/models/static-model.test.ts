import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChangeText } from '../../../../shared/domain/clusters/change-features.ts';
import { useTempFolder } from '../../../../tests/support/temp-folder.ts';
import { floatBytes, writeSafetensors } from '../../../../tests/support/write-safetensors.ts';
import { updateSettings } from '../../app/settings.ts';
import { openVectorModel } from './open-vector-model.ts';
import { openStaticModel } from './static-model.ts';
import { tryModel } from './try-model.ts';

/** As model2vec writes the tokenizer of a WordPiece model. */
const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: null,
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: { '[PAD]': 0, '[UNK]': 1, use: 2, util: 3, '##ize': 4 },
  },
};

const rows = [0, 0, 9, 9, 3, 4, 1, 0, 0, 1];

function folderWith(arrays: Parameters<typeof writeSafetensors>[1]): string {
  const folder = useTempFolder();
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
  writeSafetensors(join(folder, 'model.safetensors'), arrays);
  return folder;
}

const plain = { embeddings: { shape: [5, 2], dtype: 'F32', bytes: floatBytes(rows) } };

function change(removed: string, added: string): ChangeText {
  return { removed, added, before: '', after: '', comments: [], isWhole: false, position: 0 };
}

async function vectorOf(folder: string, { removed, added }: { removed: string; added: string }) {
  const model = await openStaticModel('folder', folder);
  if (!model.ok) throw new Error(model.error.message);
  const vectors = await model.value.vectorsOf([change(removed, added)], new AbortController().signal);
  return vectors.ok ? [...(vectors.value[0]?.weights ?? [])] : [];
}

describe('a static embedding model', () => {
  it('gives the mean of the rows of the tokens of both sides, each of length one, without unknown words', async () => {
    const vector = await vectorOf(folderWith(plain), { removed: 'Utilize nothing', added: 'use' });
    const half = Math.SQRT1_2;
    expect(vector.map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual(
      [half, half, 0.6, 0.8].map((weight) => Math.round(weight * 1e6) / 1e6),
    );
  });

  it('reads half floats, and vocabularies that were quantised', async () => {
    const halves = folderWith({
      embeddings: {
        shape: [5, 2],
        dtype: 'F16',
        // 0, 0, 9, 9, 3, 4, 1, 0, 0, 1
        bytes: new Uint8Array(
          Uint16Array.of(0, 0, 0x4880, 0x4880, 0x4200, 0x4400, 0x3c00, 0, 0, 0x3c00).buffer,
        ),
      },
    });
    const quantised = folderWith({
      embeddings: { shape: [3, 2], dtype: 'F32', bytes: floatBytes([0, 0, 3, 4, 1, 0]) },
      weights: { shape: [5], dtype: 'F32', bytes: floatBytes([1, 1, 1, 2, 0]) },
      mapping: {
        shape: [5],
        dtype: 'I64',
        bytes: new Uint8Array(BigInt64Array.of(0n, 0n, 1n, 2n, 1n).buffer),
      },
    });
    const asked = { removed: 'utilize', added: 'use' };
    expect(await vectorOf(halves, asked)).toEqual(await vectorOf(folderWith(plain), asked));
    expect((await vectorOf(quantised, asked)).slice(0, 2)).toEqual([1, 0]);
  });

  it('tells changes in opposite directions apart', async () => {
    const folder = folderWith(plain);
    expect(await vectorOf(folder, { removed: 'use', added: 'utilize' })).not.toEqual(
      await vectorOf(folder, { removed: 'utilize', added: 'use' }),
    );
  });

  it.each([
    ['an empty folder', () => useTempFolder()],
    ['no embeddings', () => folderWith({ other: { shape: [1], dtype: 'F32', bytes: floatBytes([1]) } })],
    [
      'a file that was cut off',
      () => folderWith({ embeddings: { shape: [50, 2], dtype: 'F32', bytes: floatBytes(rows) } }),
    ],
    [
      'another tokenizer',
      () => {
        const folder = folderWith(plain);
        writeFileSync(join(folder, 'tokenizer.json'), '{"model":7}');
        return folder;
      },
    ],
  ])('says what to do about %s', async (_, folder) => {
    expect(await openStaticModel('folder', folder())).toMatchObject({
      ok: false,
      error: { code: 'MODEL_UNUSABLE' },
    });
  });

  it('is the one that the settings name', async () => {
    const settings = useTempFolder();
    expect(await openVectorModel('folder', settings)).toMatchObject({ error: { code: 'MODEL_UNUSABLE' } });
    updateSettings(settings, {
      models: { folder: folderWith(plain), service: { isOn: false, url: '', model: '' } },
    });
    expect(await openVectorModel('folder', settings)).toMatchObject({
      value: { id: 'folder', isSparse: false },
    });
    expect(await tryModel('folder', settings)).toMatchObject({ value: { numbers: 4 } });
  });
});
