import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';
import { calledTools, listOf } from './message-parts.ts';

/**
 * The definitions in `tools`, and that the messages call no others. Some readers want all tools defined; most take
 * calls without definitions, so that only a list that is there is compared.
 */
export function validateTools(row: JsonObject, calls: 'always' | 'where_defined'): readonly RowFinding[] {
  const { tools } = row;
  if (tools !== undefined && !(isJsonList(tools) && tools.every((tool) => toolName(tool) !== null))) {
    return [rowError('tools', 'tools is not a list of functions with names.')];
  }
  if (tools === undefined && calls === 'where_defined') return [];
  const defined = new Set(listOf(tools).map(toolName));
  const missing = listOf(row['messages'])
    .flatMap(calledTools)
    .find((name) => !defined.has(name));
  return missing === undefined
    ? []
    : [rowError('undefined_tool', `The tool ${JSON.stringify(missing)} is called and not defined.`)];
}

function toolName(tool: Json): string | null {
  const fn = isJsonObject(tool) && tool['type'] === 'function' ? tool['function'] : undefined;
  const name = isJsonObject(fn) ? fn['name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : null;
}
