import type { ExportFormat } from '../recipe.ts';
import { alpaca } from './alpaca.ts';
import { axolotl } from './axolotl.ts';
import { axolotlSpans } from './axolotl-spans.ts';
import { fewShotAnthropic } from './few-shot-anthropic.ts';
import { fewShotDspy } from './few-shot-dspy.ts';
import { fewShotLangchain } from './few-shot-langchain.ts';
import { fewShotMarkdown } from './few-shot-markdown.ts';
import { fewShotOpenAi } from './few-shot-openai.ts';
import { fireworks } from './fireworks.ts';
import type { Format } from './format.ts';
import { gemini } from './gemini.ts';
import { geminiPreference } from './gemini-preference.ts';
import { inspect } from './inspect.ts';
import { llamaFactory } from './llama-factory.ts';
import { llamaFactoryPreference } from './llama-factory-preference.ts';
import { mistral } from './mistral.ts';
import { msSwift } from './ms-swift.ts';
import { nova } from './nova.ts';
import { novaDpo } from './nova-dpo.ts';
import { openAiChat } from './openai-chat.ts';
import { openAiDpo } from './openai-dpo.ts';
import { openAiEvals } from './openai-evals.ts';
import { openAiRft } from './openai-rft.ts';
import { promptfoo } from './promptfoo.ts';
import { sharegpt } from './sharegpt.ts';
import { together } from './together.ts';
import { trlKto } from './trl-kto.ts';
import { trlMessageList } from './trl-messages.ts';
import { trlPreference } from './trl-preference.ts';
import { trlPromptCompletion } from './trl-prompt-completion.ts';
import { trlReward } from './trl-reward.ts';
import { trlStepwise } from './trl-stepwise.ts';

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
  'trl-kto': trlKto,
  'trl-reward': trlReward,
  'trl-stepwise': trlStepwise,
  'gemini-preference': geminiPreference,
  'nova-dpo': novaDpo,
  'llama-factory-preference': llamaFactoryPreference,
  'fewshot-anthropic': fewShotAnthropic,
  'fewshot-openai': fewShotOpenAi,
  'fewshot-dspy': fewShotDspy,
  'fewshot-langchain': fewShotLangchain,
  'fewshot-markdown': fewShotMarkdown,
  promptfoo,
  inspect,
  'openai-evals': openAiEvals,
};
