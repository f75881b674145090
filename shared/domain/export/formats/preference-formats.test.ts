import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../json.ts';
import type { Message } from '../../message.ts';
import { unpairedExamples, type PreferenceExample } from '../example.ts';
import type { RowFinding } from '../row-finding.ts';
import { geminiPreference } from './gemini-preference.ts';
import { llamaFactoryPreference } from './llama-factory-preference.ts';
import { novaDpo } from './nova-dpo.ts';
import { trlKto } from './trl-kto.ts';
import { trlReward } from './trl-reward.ts';

const prompt: readonly Message[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello.' },
  { role: 'user', content: 'Refund?' },
];

const example: PreferenceExample = { kind: 'preference', prompt, chosen: 'Refunded today.', rejected: 'No.' };

const withTools: PreferenceExample = {
  ...example,
  prompt: [
    { role: 'user', content: 'Where?' },
    {
      role: 'assistant',
      content: '',
      tool_calls: [{ id: 'c1', type: 'function', function: { name: 'track', arguments: '{"n":1}' } }],
    },
    { role: 'tool', content: 'Oslo', tool_call_id: 'c1' },
  ],
};

type Written =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly error: { readonly rule: string } };

function valueOf(written: Written): JsonObject {
  if (!written.ok) throw new Error(written.error.rule);
  return written.value;
}

function rules(findings: readonly RowFinding[]): readonly string[] {
  return [...new Set(findings.map(({ rule, level }) => (level === 'error' ? rule : `(${rule})`)))].toSorted();
}

const answer = (content: string) => ({ role: 'assistant', content });

describe('trl-reward', () => {
  const row = valueOf(trlReward.write(example));

  it('has the prompt in both conversations', () => {
    expect(row).toEqual({
      chosen: [...prompt, answer('Refunded today.')],
      rejected: [...prompt, answer('No.')],
    });
    expect(trlReward.validate(row)).toEqual([]);
    expect(trlReward.promptOf(row)).toEqual(prompt);
    expect(trlReward.validate(valueOf(trlReward.write(withTools)))).toEqual([]);
  });

  it('finds what TRL cannot learn from', () => {
    const chosen = row['chosen'] ?? [];
    expect(rules(trlReward.validate({ chosen, rejected: chosen }))).toEqual(['identical_preference']);
    expect(
      rules(trlReward.validate({ ...row, chosen: [...prompt.slice(1), answer('Yes')].map(toJson) })),
    ).toEqual(['different_prompts']);
    expect(rules(trlReward.validate({ ...row, margin: 'much' }))).toEqual(['margin']);
    expect(rules(trlReward.validate({ ...row, margin: 0.5 }))).toEqual([]);
    expect(rules(trlReward.validate({ chosen: 'text', rejected: [] }))).toContain('missing_messages_list');
    expect(rules(trlReward.validate({ ...row, rejected: [answer('No.')] }))).toContain(
      'missing_messages_list',
    );
  });
});

function toJson({ role, content }: { readonly role: string; readonly content: string }): JsonObject {
  return { role, content };
}

/** What is found over this many good and bad answers. */
function balanceOf(good: number, bad: number): readonly RowFinding[] {
  const balance = trlKto.fileRules?.();
  for (let at = 0; at < good + bad; at++) balance?.add({ label: at < good });
  return balance?.finish() ?? [];
}

describe('trl-kto', () => {
  const row = {
    interactionId: 'i1',
    messages: prompt,
    output: 'one two three four',
    edit: 'one two three five',
  };
  const options = { target: 'edit' } as const;
  const labels = (changes: object, more: object = {}) => {
    const examples = unpairedExamples({ ...row, ...changes }, { ...options, ...more });
    return examples.ok ? examples.value.map(({ answer: text, good }) => [text, good]) : examples.error.rule;
  };

  it('takes an edit as good, and its output as nothing unless a share of changed words is named', () => {
    expect(labels({})).toEqual([['one two three five', true]]);
    expect(labels({}, { badFrom: 0.26 })).toEqual([['one two three five', true]]);
    expect(labels({}, { badFrom: 0.25 })).toEqual([
      ['one two three five', true],
      ['one two three four', false],
    ]);
    expect(labels({ edit: null }, { badFrom: 0 })).toBe('no_edit');
    expect(labels({ edit: 'one  two three four' }, { badFrom: 0 })).toEqual([['one  two three four', true]]);
    expect(labels({ edit: null }, { target: 'edit-or-output', badFrom: 0 })).toEqual([
      ['one two three four', true],
    ]);
  });

  it('writes prompt, completion and label', () => {
    const written = valueOf(trlKto.write({ kind: 'unpaired', prompt, answer: 'No.', good: false }));
    expect(written).toEqual({ prompt, completion: [answer('No.')], label: false });
    expect(trlKto.validate(written)).toEqual([]);
    expect(rules(trlKto.validate({ ...written, label: 'false' }))).toEqual(['label']);
    expect(rules(trlKto.validate({ ...written, completion: [] }))).toEqual(['one_assistant_message']);
  });

  it('says how good and bad answers are balanced, with the weights that TRL recommends', () => {
    expect(balanceOf(0, 0)).toEqual([]);
    expect(balanceOf(4, 4)).toEqual([]);
    expect(balanceOf(5, 4)).toEqual([]);
    expect(rules(balanceOf(3, 0))).toEqual(['(one_label)']);
    expect(rules(balanceOf(0, 3))).toEqual(['(one_label)']);
    const [much] = balanceOf(100, 50);
    expect(much?.rule).toBe('unbalanced_labels');
    expect(much?.message).toBe(
      '100 good and 50 bad answers. TRL recommends a desirable_weight of 0.50 to 0.67, or else an undesirable_weight of 1.50 to 2.00.',
    );
    expect(rules(balanceOf(2, 3))).toEqual(['(unbalanced_labels)']);
  });
});

describe('gemini-preference', () => {
  const row = valueOf(geminiPreference.write(example));

  it('is the line of Google’s guide', () => {
    expect(row).toEqual({
      system_instruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Hi' }] },
        { role: 'model', parts: [{ text: 'Hello.' }] },
        { role: 'user', parts: [{ text: 'Refund?' }] },
      ],
      completions: [
        { score: 1, completion: { role: 'model', parts: [{ text: 'Refunded today.' }] } },
        { score: 0, completion: { role: 'model', parts: [{ text: 'No.' }] } },
      ],
    });
    expect(geminiPreference.validate(row)).toEqual([]);
    expect(geminiPreference.promptOf(row)).toHaveLength(4);
    expect(geminiPreference.write(withTools)).toMatchObject({ error: { rule: 'tools_not_supported' } });
  });

  it('finds other numbers of completions, other scores, and contents that end with the model', () => {
    const [better, worse] = Array.isArray(row['completions']) ? row['completions'] : [];
    const found = (changes: JsonObject) => rules(geminiPreference.validate({ ...row, ...changes }));
    expect(found({ completions: [better] })).toEqual(['two_completions']);
    expect(found({ completions: [better, better] })).toEqual(['two_completions']);
    expect(found({ completions: [better, { ...worse, rank: 2 }] })).toEqual(['unrecognized_key']);
    expect(found({ completions: [better, { score: 0 }] })).toEqual(['missing_messages_list']);
    expect(found({ completions: [better, { ...better, score: 0 }] })).toEqual(['identical_preference']);
    expect(found({ contents: [{ role: 'model', parts: [{ text: 'Hi' }] }] })).toEqual([
      'prompt_not_ending_on_user',
    ]);
    expect(found({ contents: [] })).toContain('missing_messages_list');
  });
});

describe('nova-dpo', () => {
  const row = valueOf(novaDpo.write(example));

  it('has two candidates in its last turn', () => {
    expect(row).toEqual({
      schemaVersion: 'bedrock-conversation-2024',
      system: [{ text: 'Be brief.' }],
      messages: [
        { role: 'user', content: [{ text: 'Hi' }] },
        { role: 'assistant', content: [{ text: 'Hello.' }] },
        { role: 'user', content: [{ text: 'Refund?' }] },
        {
          role: 'assistant',
          candidates: [
            { content: [{ text: 'Refunded today.' }], preferenceLabel: 'preferred' },
            { content: [{ text: 'No.' }], preferenceLabel: 'non-preferred' },
          ],
        },
      ],
    });
    expect(novaDpo.validate(row)).toEqual([]);
    expect(novaDpo.promptOf(row)).toHaveLength(4);
  });

  it('finds turns that do not alternate, and candidates that are not two', () => {
    const messages = Array.isArray(row['messages']) ? row['messages'] : [];
    const found = (changes: JsonObject) => rules(novaDpo.validate({ ...row, ...changes }));
    expect(found({ messages: messages.slice(1) })).toEqual(['roles_not_alternating']);
    expect(found({ messages: messages.slice(0, 3) })).toEqual([
      'prompt_not_ending_on_user',
      'two_candidates',
    ]);
    const last = messages.at(-1);
    const candidates = last.candidates.slice(0, 1);
    expect(found({ messages: [...messages.slice(0, 3), { ...last, candidates }] })).toEqual([
      'two_candidates',
    ]);
    expect(found({ schemaVersion: 'x' })).toEqual(['schema_version']);
    expect(novaDpo.fewest?.rows).toBe(100);
  });
});

describe('llama-factory-preference', () => {
  const row = valueOf(llamaFactoryPreference.write(example));

  it('has ShareGPT turns and the entry that LLaMA-Factory finds them by', () => {
    expect(row).toEqual({
      conversations: [
        { from: 'system', value: 'Be brief.' },
        { from: 'human', value: 'Hi' },
        { from: 'gpt', value: 'Hello.' },
        { from: 'human', value: 'Refund?' },
      ],
      chosen: { from: 'gpt', value: 'Refunded today.' },
      rejected: { from: 'gpt', value: 'No.' },
    });
    expect(llamaFactoryPreference.validate(row)).toEqual([]);
    expect(llamaFactoryPreference.validate(valueOf(llamaFactoryPreference.write(withTools)))).toEqual([]);
    expect(llamaFactoryPreference.sideFiles?.({ training: 'pairs.parquet', validation: null })).toEqual([
      {
        name: 'dataset_info.json',
        entries: {
          pairs: {
            file_name: 'pairs.parquet',
            formatting: 'sharegpt',
            ranking: true,
            columns: { messages: 'conversations', chosen: 'chosen', rejected: 'rejected' },
          },
        },
      },
    ]);
  });

  it('finds what LLaMA-Factory would leave out without a word', () => {
    const found = (changes: JsonObject) => rules(llamaFactoryPreference.validate({ ...row, ...changes }));
    const conversations = Array.isArray(row['conversations']) ? row['conversations'] : [];
    expect(found({ conversations: conversations.slice(0, 3) })).toEqual(['roles_not_alternating']);
    expect(found({ chosen: { from: 'human', value: 'x' } })).toContain('last_message_not_assistant');
    expect(found({ rejected: { from: 'human', value: 'x' } })).toEqual(['one_assistant_message']);
    expect(found({ rejected: { from: 'gpt', value: 'Refunded  today. ' } })).toEqual([
      'identical_preference',
    ]);
    expect(found({ rejected: { from: 'gpt', value: ' ' } })).toEqual(['empty_content']);
  });
});
