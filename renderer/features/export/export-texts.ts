import type { ExportFormat, Recipe } from '../../../shared/domain/export/recipe.ts';

/** What each format is for and who reads it, one sentence each. */
export const formatTexts: Readonly<
  Record<ExportFormat, { readonly name: string; readonly sentence: string }>
> = {
  'openai-chat': {
    name: 'Chat (OpenAI)',
    sentence:
      'Conversations that end with the wanted answer, for supervised fine-tuning; read by OpenAI, Azure, Together, Fireworks, Axolotl, LLaMA-Factory and TRL.',
  },
  'openai-dpo': {
    name: 'Preference (OpenAI)',
    sentence:
      'The edit as the preferred and the output as the other answer, for direct preference optimisation; read by OpenAI, Azure, Together and Fireworks.',
  },
  'trl-prompt-completion': {
    name: 'Prompt and completion (TRL)',
    sentence:
      'The conversation and the wanted answer apart, so that only the answer is learned; read by Hugging Face TRL and tools on top of it.',
  },
  'trl-preference': {
    name: 'Preference (TRL)',
    sentence:
      'Prompt, chosen (the edit) and rejected (the output), for DPO and its relatives; read by Hugging Face TRL, Axolotl and LLaMA-Factory.',
  },
};

export const targetTexts: Readonly<Record<Recipe['target'], string>> = {
  edit: 'Edits only',
  'edit-or-output': 'Edits, and outputs that nobody edited',
};

export const groupTexts: Readonly<Record<Recipe['groupBy'], string>> = {
  session: 'Session',
  user: 'User',
  interaction: 'Single interaction',
};

/** Formats whose lines hold one answer; the others always pair edit and output. */
export function isSupervised(format: ExportFormat): boolean {
  return format === 'openai-chat' || format === 'trl-prompt-completion';
}
