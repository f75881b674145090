import { fail, type Result, succeed } from '../../../../shared/result/result.ts';
import { lexicalModel } from './lexical-model.ts';
import type { VectorModel } from './vector-model.ts';

/** The model of this id, as this person's settings name it, ready for use. MODEL_UNUSABLE. */
export function openVectorModel(id: string, _dataFolder: string): Promise<Result<VectorModel>> {
  return Promise.resolve(
    id === lexicalModel.id
      ? succeed(lexicalModel)
      : fail('MODEL_UNUSABLE', `There is no embedding model "${id}". Choose one in the settings.`),
  );
}
