import type { ExportFormat } from '../recipe.ts';

const openAi =
  'OpenAI takes no new fine-tuning jobs after 6 January 2027, and none now from organisations that do not use it already. Other readers go on.';

/** What a person should know before choosing a format whose service is closing or closed (FORMATS 0). */
export const withdrawn: Readonly<Partial<Record<ExportFormat, string>>> = {
  'openai-chat': openAi,
  'openai-dpo': openAi,
  'openai-rft': openAi,
  mistral: 'Mistral no longer supports fine-tuning on its service; mistral-finetune still reads the format.',
};
