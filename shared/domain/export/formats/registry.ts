import type { ExportFormat } from '../recipe.ts';
import type { Format } from './format.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiDpo } from './openai-dpo.ts';
import { trlPreference } from './trl-preference.ts';
import { trlPromptCompletion } from './trl-prompt-completion.ts';

/** Every format by its id. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
  'openai-chat': openAiChat,
  'openai-dpo': openAiDpo,
  'trl-prompt-completion': trlPromptCompletion,
  'trl-preference': trlPreference,
};
