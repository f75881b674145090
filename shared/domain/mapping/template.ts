import type { Json } from '../json.ts';
import { fail, succeed, type Result } from '../../result/result.ts';
import { contentText } from './content-text.ts';
import { compilePath, parsePath, type Path, type PathReader } from './path.ts';

export interface TemplateOptions {
  /** Whether there is a value where some places are empty, or only where all are filled. */
  readonly needs?: 'any' | 'all';
  /** Changes the text of a place, by its position among the places. */
  readonly change?: (text: string, place: number) => string;
}

const keep = (text: string): string => text;

/**
 * Compiles text with places in braces, such as `Subject: {mail.subject}`, to a reader. A place whose value is missing is left
 * empty; where all of them are, or one of those that are all needed, there is no value. `{{` and `}}` stand for braces. MAPPING_INVALID.
 */
export function compileTemplate(
  template: string,
  { needs = 'any', change = keep }: TemplateOptions = {},
): Result<{ readonly read: PathReader; readonly paths: readonly Path[] }> {
  const parts: (string | PathReader)[] = [];
  const paths: Path[] = [];
  for (const [piece = ''] of template.matchAll(/\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (piece === '{' || piece === '}')
      return fail(
        'MAPPING_INVALID',
        `The template "${template}" has an open brace. Write {{ or }} for a brace.`,
      );
    if (piece === '{{' || piece === '}}') parts.push(piece.charAt(0));
    else if (!piece.startsWith('{')) parts.push(piece);
    else {
      const path = parsePath(piece.slice(1, -1).trim());
      if (!path.ok) return path;
      paths.push(path.value);
      parts.push(compilePath(path.value));
    }
  }
  return succeed({
    paths,
    read: (row) => {
      let [place, filled] = [0, 0];
      const texts = parts.map((part) => {
        if (typeof part === 'string') return part;
        const text = textOf(part(row));
        const at = place++;
        if (text === '') return text;
        filled += 1;
        return change(text, at);
      });
      const needed = needs === 'all' ? paths.length : Math.min(1, paths.length);
      return filled >= needed ? texts.join('') : null;
    },
  });
}

function textOf(value: Json | undefined): string {
  const text = contentText(value);
  if (text === null) return '';
  return text ?? JSON.stringify(value);
}
