import type { JsonObject } from '../../../shared/domain/json.ts';
import type { Adapter } from './adapter.ts';
import { anthropicAdapter } from './anthropic.ts';
import { argillaAdapter } from './argilla/argilla.ts';
import { bedrockAdapter } from './bedrock.ts';
import { braintrustAdapter } from './braintrust/braintrust.ts';
import { chatgptAdapter } from './chatgpt.ts';
import { claudeCodeAdapter } from './claude-code/claude-code.ts';
import { conversationsAdapter } from './conversations.ts';
import { doccanoAdapter } from './doccano/doccano.ts';
import { coauthorAdapter } from './events/coauthor.ts';
import { cupsAdapter } from './events/cups.ts';
import { eventLogAdapter } from './events/event-log.ts';
import { heliconeAdapter } from './helicone.ts';
import { httpCallsAdapter } from './http-calls.ts';
import { inspectAiAdapter } from './inspect-ai.ts';
import { kilnAdapter } from './kiln.ts';
import { labelStudioMinAdapter } from './label-studio/label-studio-min.ts';
import { labelStudioAdapter } from './label-studio/label-studio.ts';
import { langfuseScoresAdapter } from './langfuse/langfuse-scores.ts';
import { langfuseAdapter } from './langfuse/langfuse.ts';
import { langsmithFeedbackAdapter } from './langsmith/langsmith-feedback.ts';
import { langsmithAdapter } from './langsmith/langsmith.ts';
import { litellmAdapter } from './litellm.ts';
import { mlflowAdapter } from './mlflow/mlflow.ts';
import { oasstAdapter } from './oasst.ts';
import { openaiChatAdapter } from './openai-chat.ts';
import { openaiResponsesAdapter } from './openai-responses.ts';
import { opikAdapter } from './opik.ts';
import { otlpAdapter, otlpEvaluationsAdapter } from './otlp/otlp.ts';
import { phoenixAnnotationsAdapter } from './phoenix/phoenix-annotations.ts';
import { phoenixAdapter } from './phoenix/phoenix.ts';
import { posthogFeedbackAdapter } from './posthog-feedback.ts';
import { posthogAdapter } from './posthog.ts';
import { prodigyAdapter } from './prodigy.ts';
import { weaveAdapter } from './weave/weave.ts';

/** Every adapter, those with the more specific forms first: the first that recognises a file's rows reads them. */
export const adapters: readonly Adapter[] = [
  otlpAdapter,
  otlpEvaluationsAdapter,
  langfuseAdapter,
  langfuseScoresAdapter,
  langsmithAdapter,
  langsmithFeedbackAdapter,
  phoenixAdapter,
  phoenixAnnotationsAdapter,
  mlflowAdapter,
  weaveAdapter,
  braintrustAdapter,
  heliconeAdapter,
  opikAdapter,
  posthogAdapter,
  posthogFeedbackAdapter,
  litellmAdapter,
  bedrockAdapter,
  httpCallsAdapter,
  anthropicAdapter,
  openaiResponsesAdapter,
  openaiChatAdapter,
  inspectAiAdapter,
  labelStudioAdapter,
  labelStudioMinAdapter,
  argillaAdapter,
  prodigyAdapter,
  doccanoAdapter,
  kilnAdapter,
  oasstAdapter,
  claudeCodeAdapter,
  chatgptAdapter,
  coauthorAdapter,
  cupsAdapter,
  conversationsAdapter,
  eventLogAdapter,
];

/** The adapter of this id, or null where there is none. */
export function findAdapter(id: string | null): Adapter | null {
  return adapters.find((adapter) => adapter.id === id) ?? null;
}

/** Logs of some tools begin with rows of another kind, so that half of the first rows have to be of the tool. */
const recognisedShare = 0.5;

/** The adapter whose tool wrote these first rows, or null where they are plain rows. */
export function recogniseAdapter(rows: readonly JsonObject[]): Adapter | null {
  if (rows.length === 0) return null;
  return (
    adapters.find((adapter) => {
      const recognised = rows.filter((row) => adapter.recognises(row)).length;
      return recognised >= rows.length * recognisedShare;
    }) ?? null
  );
}
