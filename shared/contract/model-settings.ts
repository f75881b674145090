import { z } from 'zod';

/** A service that speaks as OpenAI's does, on this computer or elsewhere. Nothing is sent to it unless it is on. */
export const modelServiceSchema = z.object({
  isOn: z.boolean(),
  /** Such as `http://localhost:11434/v1`. */
  url: z.string().trim().max(2000),
  model: z.string().trim().max(200),
});
export type ModelService = z.infer<typeof modelServiceSchema>;

/** Models beside the lexical one, by which changes can be compared. */
export const modelSettingsSchema = z.object({
  /** Folder of a static embedding model, as model2vec writes it; null for none. */
  folder: z.string().nullable(),
  service: modelServiceSchema,
});
export type ModelSettings = z.infer<typeof modelSettingsSchema>;

/** Ids of models in the settings of a run of clusters, beside `lexical`. */
export const configuredModels = ['folder', 'service'] as const;
export type ConfiguredModel = (typeof configuredModels)[number];
