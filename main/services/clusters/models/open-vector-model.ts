import { fail, type Result, succeed } from '../../../../shared/result/result.ts';
import { readSettings } from '../../app/settings.ts';
import { lexicalModel } from './lexical-model.ts';
import { openServiceModel } from './service-model.ts';
import { openStaticModel } from './static-model.ts';
import type { VectorModel } from './vector-model.ts';

/** The model of this id, as this person's settings name it, ready for use. MODEL_UNUSABLE. */
export async function openVectorModel(id: string, dataFolder: string): Promise<Result<VectorModel>> {
  const { models } = readSettings(dataFolder);
  switch (id) {
    case lexicalModel.id:
      return succeed(lexicalModel);
    case 'folder':
      return models.folder === null
        ? fail('MODEL_UNUSABLE', 'There is no folder of an embedding model. Choose one in the settings.')
        : openStaticModel(id, models.folder);
    case 'service':
      return openServiceModel(id, models.service);
    default:
      return fail('MODEL_UNUSABLE', `There is no model "${id}". There are: lexical, folder, service.`);
  }
}
