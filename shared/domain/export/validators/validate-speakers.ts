import { isJsonList, isJsonObject, type Json } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { type Turn, validateTurns } from './validate-turns.ts';

/** How the turns of a list are spelled. */
export interface SpeakerShape {
  readonly speaker: string;
  readonly text: string;
  readonly system: string;
  /** Speakers of the side that asks, and of the side that answers. */
  readonly asking: readonly string[];
  readonly answering: readonly string[];
}

export interface SpeakerList {
  readonly system: string | null;
  readonly turns: readonly Turn[];
  readonly findings: readonly RowFinding[];
}

/** Reads turns with a speaker and a text; LLaMA-Factory leaves rows out, with no more than a log line, that are wrong. */
export function readSpeakers(list: Json | undefined, shape: SpeakerShape): SpeakerList {
  if (!isJsonList(list) || list.length === 0)
    return {
      system: null,
      turns: [],
      findings: [rowError('missing_messages_list', 'The line has no list of messages.')],
    };
  const turns: Turn[] = [];
  const findings: RowFinding[] = [];
  let system: string | null = null;
  for (const [at, turn] of list.entries()) {
    if (!isJsonObject(turn)) {
      findings.push(rowError('data_type', `Message ${at + 1} is not an object.`));
      continue;
    }
    const extra = Object.keys(turn).find((key) => key !== shape.speaker && key !== shape.text);
    if (extra !== undefined)
      findings.push(rowError('message_unrecognized_key', `Message ${at + 1} has the key "${extra}".`));
    const { [shape.speaker]: speaker = null, [shape.text]: text = null } = turn;
    if (typeof text !== 'string')
      findings.push(rowError('missing_content', `Message ${at + 1} has no text.`));
    if (speaker === shape.system) {
      if (at > 0) findings.push(rowError('system_not_first', 'A system message comes after other messages.'));
      else system = typeof text === 'string' ? text : null;
      continue;
    }
    const answers = shape.answering.some((name) => name === speaker);
    if (!answers && !shape.asking.some((name) => name === speaker))
      findings.push(
        rowError(
          'unrecognized_role',
          `Message ${at + 1} is by ${JSON.stringify(speaker)}, which the format does not know.`,
        ),
      );
    turns.push({ side: answers ? 'assistant' : 'user', text: typeof text === 'string' ? text : null });
  }
  return { system, turns, findings: [...findings, ...validateTurns(turns, { alternate: 'error' })] };
}
