import { isJsonList, isJsonObject, type Json, parseJson } from '../../json.ts';
import { rowError } from '../row-finding.ts';
import { lineCounter, noExamples, type ReadExample, type ReadExamples } from './read-examples.ts';

/** Reads a few-shot prompt of LangChain, an object with its examples. A line is told where an example is written without spaces. */
export function readPromptFile(text: string): ReadExamples {
  const file = parsed(text);
  if (file === undefined) return { examples: [], findings: [{ line: 1, finding: invalidJson }] };
  const list = isJsonObject(file) ? file['examples'] : undefined;
  if (!isJsonObject(file) || list === undefined || !isJsonList(list) || list.length === 0)
    return { examples: [], findings: [{ line: 1, finding: noExamples }] };
  const lineOf = lineCounter(text);
  let from = 0;
  const examples = list.map((row): ReadExample => {
    from = Math.max(from, text.indexOf(JSON.stringify(row), from));
    const line = lineOf(from);
    return isJsonObject(row) ? { line, row, findings: [] } : { line, row: null, findings: [noObject] };
  });
  const findings = file['_type'] === 'few_shot' ? [] : [{ line: 1, finding: otherType }];
  return { examples, findings };
}

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

const invalidJson = rowError('invalid_json', 'The file is no JSON.');

const noObject = rowError('data_type', 'The example is not an object.');

const otherType = rowError('data_type', '"_type" is not "few_shot", so that LangChain reads something else.');
