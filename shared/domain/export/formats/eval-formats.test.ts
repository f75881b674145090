import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Message } from '../../message.ts';
import { evaluationExample, type EvaluationExample } from '../example.ts';
import type { RowFinding } from '../row-finding.ts';
import { inspect } from './inspect.ts';
import { openAiEvals } from './openai-evals.ts';
import { promptfoo } from './promptfoo.ts';

const prompt: readonly Message[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Refund?' },
];

const example: EvaluationExample = {
  kind: 'evaluation',
  id: 'i1',
  prompt,
  ideal: 'Refunded today.',
  avoid: ['I am only a language model'],
  modes: [{ name: 'Too long', definition: 'More than two sentences.' }],
};

type Written =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly error: { readonly rule: string } };

function valueOf(written: Written): JsonObject {
  if (!written.ok) throw new Error(written.error.rule);
  return written.value;
}

function rules(findings: readonly RowFinding[]): readonly string[] {
  return findings.map(({ rule, level }) => (level === 'error' ? rule : `(${rule})`));
}

describe('evaluationExample', () => {
  const row = {
    interactionId: 'i1',
    messages: prompt,
    output: 'As a large language model, I cannot feel. It ships tomorrow. OK',
    edit: 'It ships tomorrow.',
    modes: example.modes,
  };

  it('wants the edit, avoids longer texts that were taken out, and knows the failure modes', () => {
    expect(evaluationExample(row, { target: 'edit' })).toEqual({
      ok: true,
      value: {
        kind: 'evaluation',
        id: 'i1',
        prompt,
        ideal: 'It ships tomorrow.',
        avoid: ['As a large language model, I cannot feel.'],
        modes: example.modes,
      },
    });
  });

  it('takes an output that nobody edited only where the recipe says so', () => {
    const unedited = { ...row, edit: null };
    expect(evaluationExample(unedited, { target: 'edit' })).toMatchObject({ error: { rule: 'no_edit' } });
    expect(evaluationExample(unedited, { target: 'edit-or-output' })).toMatchObject({
      value: { ideal: row.output, avoid: [] },
    });
  });
});

describe('promptfoo', () => {
  const row = valueOf(promptfoo.write(example));
  const found = (changes: JsonObject) => rules(promptfoo.validate({ ...row, ...changes }));

  it('tests for the edit, for what was taken out and for each failure mode', () => {
    expect(row).toEqual({
      description: 'Too long: edit of i1',
      vars: { input: 'Refund?' },
      assert: [
        { type: 'similar', value: 'Refunded today.', threshold: 0.8 },
        { type: 'not-contains', value: 'I am only a language model' },
        {
          type: 'llm-rubric',
          value: 'The answer does not have this failure: Too long. More than two sentences.',
          metric: 'Too long',
        },
      ],
      metadata: { interaction: 'i1', failure_modes: ['Too long'] },
    });
    expect(promptfoo.validate(row)).toEqual([]);
    expect(valueOf(promptfoo.write({ ...example, modes: [], avoid: [] }))).toMatchObject({
      description: 'edit of i1',
      assert: [{ type: 'similar' }],
    });
  });

  it('writes texts so that a template gives them back and none is a file to load', () => {
    const piece = fc.constantFrom(
      '{',
      '{{',
      '{%',
      '{#',
      '}}',
      '%}',
      '#}',
      'x',
      ' ',
      'file://',
      'package:',
      "'",
      '{{x}}',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const text = pieces.join('');
        const { vars } = valueOf(promptfoo.write({ ...example, prompt: [{ role: 'user', content: text }] }));
        const input = isJsonObject(vars) ? vars['input'] : undefined;
        const written = typeof input === 'string' ? input : '';
        expect(written).not.toMatch(/^(?:file:\/\/|package:)/u);
        expect(rendered(written)).toBe(text);
      }),
    );
  });

  it('finds test cases without values or assertions, and assertions without what they need', () => {
    expect(found({ vars: {} })).toEqual(['vars']);
    expect(found({ assert: [] })).toEqual(['assert']);
    expect(found({ assert: [{ value: 'x' }] })).toEqual(['assert']);
    expect(found({ assert: [{ type: 'contains' }] })).toEqual(['assert']);
    expect(found({ assert: [{ type: 'not-icontains', value: '' }] })).toEqual(['assert']);
    expect(found({ assert: [{ type: 'similar', value: 'x', threshold: '0.8' }] })).toEqual(['assert']);
    expect(found({ assert: [{ type: 'is-json' }, { type: 'latency', threshold: 9 }] })).toEqual([]);
    expect(found({ assert: [{ type: 'is-json', treshold: 1 }] })).toEqual(['unrecognized_key']);
    expect(
      found({ assert: [{ type: 'assert-set', assert: [{ type: 'is-json' }] }], prompts: ['p'] }),
    ).toEqual([]);
  });
});

/** What Nunjucks makes of a template with nothing in it but texts in quotes; anything else is an error. */
function rendered(template: string): string {
  let text = '';
  for (let at = 0; at < template.length;) {
    const [whole = '', quoted = ''] = /^\{\{ '([^']*)' \}\}/u.exec(template.slice(at)) ?? [];
    if (whole === '' && /^(?:\{[{%#]|#\})/u.test(template.slice(at)))
      throw new Error(`A template begins at ${at}.`);
    text += whole === '' ? (template[at] ?? '') : quoted;
    at += Math.max(whole.length, 1);
  }
  return text;
}

describe('inspect', () => {
  it('has the conversation, the edit and the failure modes', () => {
    const row = valueOf(inspect.write(example));
    expect(row).toEqual({
      id: 'i1',
      input: prompt,
      target: 'Refunded today.',
      metadata: { failure_modes: ['Too long'] },
    });
    expect(inspect.validate(row)).toEqual([]);
    expect(rules(inspect.validate({ input: 'Hi', target: ['a', 'b'] }))).toEqual([]);
    expect(rules(inspect.validate({ input: '', target: [] }))).toEqual(['empty_content', 'ideal']);
    expect(rules(inspect.validate({ target: 'x' }))).toEqual(['missing_messages_list']);
  });

  it('finds an id that comes twice', () => {
    const file = inspect.fileRules?.();
    const ids: readonly Json[] = ['a', 1, 'a'];
    expect(ids.flatMap((id) => rules(file?.add({ id }) ?? []))).toEqual(['repeated_id']);
  });
});

describe('openai-evals', () => {
  it('has the conversation and the edit, and an entry of the registry for each file', () => {
    const row = valueOf(openAiEvals.write(example));
    expect(row).toEqual({ input: prompt, ideal: 'Refunded today.' });
    expect(openAiEvals.validate(row)).toEqual([]);
    const files = openAiEvals.sideFiles?.({ training: 'a.jsonl.gz', validation: 'a.validation.jsonl.gz' });
    const grading = { eval_type: 'cot_classify', modelgraded_spec: 'fact' };
    const judge = 'evals.elsuite.modelgraded.classify:ModelBasedClassify';
    expect(files).toEqual([
      {
        name: 'a.evals.yaml',
        entries: {
          a: { id: 'a.dev.v0', metrics: ['accuracy'] },
          'a.dev.v0': { class: judge, args: { samples_jsonl: 'a.jsonl.gz', ...grading } },
          'a.validation': { id: 'a.validation.dev.v0', metrics: ['accuracy'] },
          'a.validation.dev.v0': {
            class: judge,
            args: { samples_jsonl: 'a.validation.jsonl.gz', ...grading },
          },
        },
      },
    ]);
  });
});
