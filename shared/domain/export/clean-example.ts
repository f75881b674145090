import { type Result, succeed } from '../../result/result.ts';
import type { Message } from '../message.ts';
import { isSameText } from '../text/is-same-text.ts';
import type { Example } from './example.ts';
import type { Recipe } from './recipe.ts';
import { skip, type SkippedRow } from './row-finding.ts';

export type CleanOptions = Pick<Recipe, 'clean' | 'system'>;

/** What a template has in place of the input. */
export const inputPlace = '{{input}}';

/**
 * Puts the recipe's system message and template into the input, and cleans inputs and answers. Calls of tools stay as they
 * are: what is in them is meant for programs.
 */
export function cleanExample(
  example: Example,
  { clean = {}, system }: CleanOptions,
): Result<Example, SkippedRow> {
  const { trim = false, normalise, template } = clean;
  const compose = normalise === undefined ? same : (text: string) => text.normalize('NFC');
  const cleanAnswer = (text: string): string => (trim ? compose(text).trim() : compose(text));

  const templated = withTemplate(withSystem(example.prompt, system), template);
  const prompt = normalise === undefined ? templated : mapContents(templated, compose);
  const cleaned = mapAnswers({ ...example, prompt }, cleanAnswer, compose);
  const before = answersOf(example);
  if (answersOf(cleaned).some((text, place) => text === '' && before[place] !== '')) return empty;
  const isSame = cleaned.kind === 'preference' && isSameText(cleaned.chosen, cleaned.rejected);
  return isSame ? identical : succeed(cleaned);
}

function same(text: string): string {
  return text;
}

function withSystem(prompt: readonly Message[], system: string | undefined): readonly Message[] {
  if (system === undefined) return prompt;
  const others = prompt.filter(({ role }) => role !== 'system' && role !== 'developer');
  return system === '' ? others : [{ role: 'system', content: system }, ...others];
}

function withTemplate(prompt: readonly Message[], template: string | undefined): readonly Message[] {
  const last = template === undefined ? -1 : prompt.findLastIndex(({ role }) => role === 'user');
  const message = prompt[last];
  if (template === undefined || message === undefined) return prompt;
  // A function, for `$&` in an input means nothing.
  const content = template.replaceAll(inputPlace, () => message.content);
  return prompt.with(last, { ...message, content });
}

function mapContents(prompt: readonly Message[], change: (text: string) => string): readonly Message[] {
  const changed: Message[] = [];
  for (const message of prompt) changed.push({ ...message, content: change(message.content) });
  return changed;
}

/** Texts to avoid are parts of outputs, whose ends mean something: they are composed, but not trimmed. */
function mapAnswers(
  example: Example,
  change: (text: string) => string,
  compose: (text: string) => string,
): Example {
  switch (example.kind) {
    case 'supervised': {
      const { answer, draft } = example;
      return { ...example, answer: change(answer), draft: draft === null ? null : change(draft) };
    }
    case 'preference':
      return { ...example, chosen: change(example.chosen), rejected: change(example.rejected) };
    case 'unpaired':
      return { ...example, answer: change(example.answer) };
    case 'stepwise':
      return { ...example, steps: example.steps.map(({ text, good }) => ({ text: change(text), good })) };
    case 'evaluation':
      return { ...example, ideal: change(example.ideal), avoid: example.avoid.map(compose) };
  }
}

/** The answers of an example, in the order of its kind. */
export function answersOf(example: Example): readonly string[] {
  switch (example.kind) {
    case 'supervised':
    case 'unpaired':
      return [example.answer];
    case 'preference':
      return [example.chosen, example.rejected];
    case 'stepwise':
      return example.steps.map(({ text }) => text);
    case 'evaluation':
      return [example.ideal];
  }
}

const empty = skip('empty_after_cleaning', 'Cleaning leaves nothing of the answer.');
const identical = skip('identical_preference', 'Both answers are the same, apart from white space.');
