import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import { findFences } from '../../../shared/domain/format/text-kind.ts';
import { colourNames, type ColourName, type Colours } from './colours.ts';

// prettier-ignore
const lowlight = createLowlight({
  bash, c, cpp, csharp, css, go, java, javascript, json, kotlin, php, python, ruby, rust, sql, swift, typescript, xml, yaml,
});

/** What code without a named language is tried as. */
const guessed = ['javascript', 'typescript', 'python', 'java', 'go', 'rust', 'sql', 'bash', 'xml', 'css'];

/** Longer code is not tried in one language after another, and still longer code is not coloured at all. */
const longestGuessed = 30_000;
const longestColoured = 2_000_000;

/** The colours of a text: of the code between its fences, or of all of it where it has none and is `allCode`. */
export function colourCode(text: string, allCode: boolean, language: string | null): Colours {
  const colours: number[] = [];
  if (text.length > longestColoured) return Int32Array.from(colours);
  const fences = language === null ? findFences(text) : [];
  for (const fence of fences)
    colourStretch(text.slice(fence.start, fence.end), fence.start, fence.language, colours);
  if (fences.length === 0 && allCode) colourStretch(text, 0, language ?? '', colours);
  return Int32Array.from(colours);
}

function colourStretch(code: string, offset: number, language: string, colours: number[]): void {
  const isKnown = lowlight.registered(language);
  if (!isKnown && code.length > longestGuessed) return;
  const root = isKnown
    ? lowlight.highlight(language, code, { prefix: '' })
    : lowlight.highlightAuto(code, { prefix: '', subset: guessed });
  collect(root, offset, null, colours);
}

type Tree = ReturnType<typeof lowlight.highlight>;
type Node = Tree | Tree['children'][number];

/** Appends the coloured stretches of a node; returns where its text ends. */
function collect(node: Node, start: number, inherited: ColourName | null, colours: number[]): number {
  if (node.type === 'text') {
    const end = start + node.value.length;
    if (inherited !== null && end > start) colours.push(start, end, colourNames.indexOf(inherited));
    return end;
  }
  if (!('children' in node)) return start;
  const colour = node.type === 'element' ? (colourOf(node.properties['className']) ?? inherited) : inherited;
  let position = start;
  for (const child of node.children) position = collect(child, position, colour, colours);
  return position;
}

function colourOf(classNames: unknown): ColourName | null {
  const [first] = Array.isArray(classNames) ? classNames : [];
  return typeof first === 'string' ? (scopes.get(first) ?? null) : null;
}

/** The highlighter's scopes by their colour; any other is left as text. */
const scopes = new Map<string, ColourName>(
  Object.entries({
    comment: 'comment quote doctag deletion addition',
    keyword: 'keyword operator built_in selector-tag literal',
    string: 'string regexp char link symbol',
    number: 'number',
    name: 'title attr attribute property name section selector-class selector-id selector-attr',
    type: 'type class params variable template-variable',
    meta: 'meta tag bullet',
  } satisfies Record<ColourName, string>).flatMap(([colour, names]) =>
    names.split(' ').flatMap((name) => {
      const known = colourNames.find((candidate) => candidate === colour);
      return known === undefined ? [] : [[name, known] as const];
    }),
  ),
);
