import { isJsonList, isJsonObject, type Json } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import type { Turn } from './validate-turns.ts';

/** How messages whose content is a list of blocks are spelled. */
export interface BlockShape {
  readonly user: string;
  readonly assistant: string;
  /** The key of the list of blocks. */
  readonly blocks: string;
  /** Keys of blocks other than text. */
  readonly others: readonly string[];
}

/** The turns of a list of such messages, and what is wrong with their shape. */
export function readBlocks(
  list: Json | undefined,
  shape: BlockShape,
): { readonly turns: readonly Turn[]; readonly findings: readonly RowFinding[] } {
  if (!isJsonList(list) || list.length === 0)
    return { turns: [], findings: [rowError('missing_messages_list', 'The line has no list of messages.')] };
  const turns: Turn[] = [];
  const findings: RowFinding[] = [];
  for (const [at, message] of list.entries()) {
    if (!isJsonObject(message)) {
      findings.push(rowError('data_type', `Message ${at + 1} is not an object.`));
      continue;
    }
    const { role } = message;
    if (role !== shape.user && role !== shape.assistant)
      findings.push(
        rowError(
          'unrecognized_role',
          `Message ${at + 1} has the role ${JSON.stringify(role)}; it must be ${shape.user} or ${shape.assistant}.`,
        ),
      );
    const extra = Object.keys(message).find((key) => key !== 'role' && key !== shape.blocks);
    if (extra !== undefined)
      findings.push(rowError('message_unrecognized_key', `Message ${at + 1} has the key "${extra}".`));
    const text = textOfBlocks(message[shape.blocks], shape.others);
    if (text === undefined)
      findings.push(
        rowError('missing_content', `Message ${at + 1} has no list of blocks with text in ${shape.blocks}.`),
      );
    turns.push({ side: role === shape.assistant ? 'assistant' : 'user', text: text ?? null });
  }
  return { turns, findings };
}

/** The text of blocks; null where only others are there, undefined where it is no list of blocks. */
export function textOfBlocks(blocks: Json | undefined, others: readonly string[]): string | null | undefined {
  if (!isJsonList(blocks) || blocks.length === 0) return undefined;
  const texts: string[] = [];
  for (const block of blocks) {
    if (!isJsonObject(block)) return undefined;
    const { text } = block;
    if (typeof text === 'string') texts.push(text);
    else if (!others.some((key) => Object.hasOwn(block, key))) return undefined;
  }
  return texts.length === 0 ? null : texts.join('');
}

/** What a row asks, as messages with roles. */
export function promptOfTurns(system: string | null | undefined, turns: readonly Turn[]): readonly Json[] {
  const asked = turns.slice(0, -1).map(({ side, text }) => ({ role: side, content: text }));
  return typeof system === 'string' ? [{ role: 'system', content: system }, ...asked] : asked;
}
