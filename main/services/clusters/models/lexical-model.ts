import { changeFeatures, lexicalVersion } from '../../../../shared/domain/clusters/change-features.ts';
import { succeed } from '../../../../shared/result/result.ts';
import type { VectorModel } from './vector-model.ts';

/** Vectors by the words of a change and the kind of change it is: needs no model, and is always there. */
export const lexicalModel: VectorModel = {
  id: 'lexical',
  version: lexicalVersion,
  isSparse: true,
  batchSize: 500,
  vectorsOf: (changes) => Promise.resolve(succeed(changes.map(changeFeatures))),
};
