import type { Result } from '../../../result/result.ts';
import { isJsonObject, type Json, parseJson } from '../../json.ts';
import type { Message } from '../../message.ts';
import { repairText } from '../../text/text-defect.ts';
import { skip, type SkippedRow } from '../row-finding.ts';
import { listOf } from '../validators/message-parts.ts';

export const speakers = ['system', 'human', 'gpt', 'function_call', 'observation'] as const;

export type Speaker = (typeof speakers)[number];

/** A turn as LLaMA-Factory has it: calls of tools and what they gave are turns of their own. */
export interface SpeakerTurn {
  readonly speaker: Speaker;
  readonly text: string;
}

export function speakerTurns(messages: readonly Message[]): Result<readonly SpeakerTurn[], SkippedRow> {
  const turns: SpeakerTurn[] = [];
  for (const { role, content, tool_calls: calls } of messages) {
    if (calls !== undefined && content !== '') return contentBesideCalls;
    const speaker = calls === undefined ? names.get(role) : 'function_call';
    if (speaker === undefined)
      return skip(
        'unrecognized_role',
        `A message has the role ${JSON.stringify(role)}, which the format does not know.`,
      );
    turns.push({ speaker, text: calls === undefined ? content.toWellFormed() : callText(calls) });
  }
  return { ok: true, value: turns };
}

const names = new Map<string, Speaker>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'human'],
  ['assistant', 'gpt'],
  ['tool', 'observation'],
  ['function', 'observation'],
]);

/** One call as an object, several as a list: name, and arguments as an object. */
function callText(calls: Json): string {
  const written = listOf(calls).map((call) => {
    const fn = isJsonObject(call) ? call['function'] : undefined;
    if (!isJsonObject(fn)) return call;
    return repairText({ name: fn['name'] ?? '', arguments: argumentsOf(fn['arguments'] ?? {}) });
  });
  return JSON.stringify(written.length === 1 ? written[0] : written);
}

function argumentsOf(args: Json): Json {
  if (typeof args !== 'string') return args;
  try {
    return parseJson(args);
  } catch {
    return args;
  }
}

const contentBesideCalls = skip(
  'content_beside_tool_calls',
  'A message of the assistant calls tools and has text beside the calls.',
);
