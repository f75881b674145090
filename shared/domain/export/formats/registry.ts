import type { ExportFormat } from '../recipe.ts';
import { alpaca } from './alpaca.ts';
import { axolotl } from './axolotl.ts';
import { axolotlSpans } from './axolotl-spans.ts';
import { fireworks } from './fireworks.ts';
import type { Format } from './format.ts';
import { gemini } from './gemini.ts';
import { llamaFactory } from './llama-factory.ts';
import { mistral } from './mistral.ts';
import { msSwift } from './ms-swift.ts';
import { nova } from './nova.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiDpo } from './openai-dpo.ts';
import { openAiRft } from './openai-rft.ts';
import { sharegpt } from './sharegpt.ts';
import { together } from './together.ts';
import { trlMessageList } from './trl-messages.ts';
import { trlPreference } from './trl-preference.ts';
import { trlPromptCompletion } from './trl-prompt-completion.ts';

/** Every format by its id. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
  'openai-chat': openAiChat,
  'openai-dpo': openAiDpo,
  'openai-rft': openAiRft,
  'trl-prompt-completion': trlPromptCompletion,
  'trl-messages': trlMessageList,
  'trl-preference': trlPreference,
  gemini,
  nova,
  mistral,
  together,
  fireworks,
  'llama-factory': llamaFactory,
  axolotl,
  'axolotl-spans': axolotlSpans,
  'ms-swift': msSwift,
  alpaca,
  sharegpt,
};
