import { textOf, type Attributes } from './attributes.ts';
import { isContentEvent } from './genai-dialect.ts';
import type { Span } from './span.ts';

/**
 * A `call` asked a model once. An `around` span (an agent's run, `ai.generateText`, the root of a chain) repeats what
 * the calls inside it asked and got: `inside` names where such calls would be found.
 */
export type SpanKind =
  | { readonly kind: 'call' | 'around'; readonly inside: readonly string[] }
  | { readonly kind: 'other'; readonly reason: string };

export function kindOfSpan(span: Span): SpanKind {
  return aiSdkKind(span) ?? openinferenceKind(span) ?? genaiKind(span);
}

const tool = other('a tool span');
const embedding = other('an embedding span');
const noCall = other('a span that is no AI call');

function other(reason: string): SpanKind {
  return { kind: 'other', reason };
}

/** A trace holds the calls of its agents and chains. */
function inTrace(span: Span): readonly string[] {
  return span.traceId === undefined ? [] : [`trace ${span.traceId}`];
}

/**
 * The AI SDK's outer span can be in another trace than its inner one, but whoever exports one of the two kinds of
 * spans exports both: a file with any `ai.generateText.doGenerate` tells all that its `ai.generateText` spans tell.
 */
function aiSdkKind(span: Span): SpanKind | undefined {
  const operation = textOf(span.attributes.get('ai.operationId')) ?? '';
  const match = /^(ai\.(?:generate|stream)(?:Text|Object))(\.do(?:Generate|Stream))?$/.exec(operation);
  if (match !== null) {
    const kind = match[2] === undefined ? 'around' : 'call';
    return { kind, inside: [...inTrace(span), match[1] ?? ''] };
  }
  if (!operation.startsWith('ai.')) return undefined;
  if (operation === 'ai.toolCall') return tool;
  return operation.startsWith('ai.embed') ? embedding : noCall;
}

const openinferenceReasons: ReadonlyMap<string, SpanKind> = new Map([
  ['TOOL', tool],
  ['EMBEDDING', embedding],
  ['RETRIEVER', other('a retriever span')],
  ['RERANKER', other('a reranker span')],
  ['GUARDRAIL', other('a guardrail span')],
  ['EVALUATOR', other('an evaluator span')],
  ['PROMPT', other('a prompt span')],
]);

function openinferenceKind(span: Span): SpanKind | undefined {
  const kind = textOf(span.attributes.get('openinference.span.kind'))?.toUpperCase();
  if (kind === undefined) return undefined;
  if (kind === 'LLM') return { kind: 'call', inside: inTrace(span) };
  if (kind !== 'CHAIN' && kind !== 'AGENT') return openinferenceReasons.get(kind) ?? noCall;
  if (span.parentId === undefined) return { kind: 'around', inside: inTrace(span) };
  return other(kind === 'CHAIN' ? 'a chain span' : 'an agent span');
}

const genaiCalls = new Set(['chat', 'text_completion', 'generate_content', 'completion']);

function genaiKind(span: Span): SpanKind {
  const operation = textOf(span.attributes.get('gen_ai.operation.name'));
  if (operation === 'execute_tool') return tool;
  if (operation === 'embeddings' || span.attributes.get('llm.request.type') === 'embedding') return embedding;
  if (operation === 'invoke_agent' || operation === 'invoke_workflow')
    return { kind: 'around', inside: inTrace(span) };
  const isCall =
    (operation !== undefined && genaiCalls.has(operation)) ||
    hasContent(span.attributes) ||
    span.events.some(isContentEvent) ||
    (operation === undefined && isModelNamed(span.attributes));
  return isCall ? { kind: 'call', inside: inTrace(span) } : noCall;
}

const contentKeys = ['gen_ai.output.messages', 'gen_ai.completion', 'gen_ai.completion.0.content'];

function hasContent(attributes: Attributes): boolean {
  return contentKeys.some((key) => attributes.has(key));
}

function isModelNamed(attributes: Attributes): boolean {
  return attributes.has('gen_ai.request.model') && !attributes.has('gen_ai.tool.name');
}
