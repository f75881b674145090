import { expect, it } from 'vitest';
import { formatRows } from '../format-row.ts';
import { trlStepwise } from './trl-stepwise.ts';

const row = {
  interactionId: 'i1',
  messages: [{ role: 'user', content: 'What is 3 + 4, doubled?' }],
  output: 'It is 7.\n\nDoubled, 15.\n\nSo 15.',
  edit: 'It is 7.\n\nDoubled, 14.\n\nSo 14.',
};

function rules(value: Parameters<typeof trlStepwise.validate>[0]): readonly string[] {
  return trlStepwise.validate(value).map(({ rule }) => rule);
}

it('writes steps with their labels', () => {
  expect(formatRows('trl-stepwise', row, { target: 'edit' })).toEqual({
    ok: true,
    value: [
      {
        prompt: 'What is 3 + 4, doubled?',
        completions: ['It is 7.', 'Doubled, 15.'],
        labels: [true, false],
      },
    ],
  });
});

it('names the role before each message of a conversation, and leaves out what calls tools', () => {
  const system = { role: 'system', content: 'Be brief.' };
  const written = formatRows(
    'trl-stepwise',
    { ...row, messages: [system, ...row.messages] },
    { target: 'edit' },
  );
  expect(written).toMatchObject({
    value: [{ prompt: 'system: Be brief.\n\nuser: What is 3 + 4, doubled?' }],
  });
  const tool = { role: 'tool', content: '7', tool_call_id: 'c' };
  expect(formatRows('trl-stepwise', { ...row, messages: [tool] }, { target: 'edit' })).toMatchObject({
    error: { rule: 'tools_not_supported' },
  });
});

it('takes outputs that nobody edited only where it is asked to', () => {
  const unedited = { ...row, edit: null };
  expect(formatRows('trl-stepwise', unedited, { target: 'edit' })).toMatchObject({
    error: { rule: 'no_edit' },
  });
  expect(formatRows('trl-stepwise', unedited, { target: 'edit-or-output' })).toMatchObject({
    value: [{ labels: [true, true, true] }],
  });
});

it('finds steps that are none and labels that do not fit them', () => {
  const good = { prompt: 'Q', completions: ['a', 'b'], labels: [true, false] };
  expect(rules(good)).toEqual([]);
  expect(rules({ ...good, prompt: ' ' })).toEqual(['missing_user_message']);
  expect(rules({ ...good, prompt: [] })).toEqual(['missing_content']);
  expect(rules({ ...good, completions: [] })).toEqual(['steps']);
  expect(rules({ ...good, completions: ['a', ''] })).toEqual(['steps']);
  expect(rules({ ...good, labels: [true] })).toEqual(['step_labels']);
  expect(rules({ ...good, labels: [1, 0] })).toEqual(['step_labels']);
});

it('says where all steps of a file are good', () => {
  const all = trlStepwise.fileRules?.();
  all?.add({ labels: [true, true] });
  expect(all?.finish().map(({ rule }) => rule)).toEqual(['steps_all_good']);
  all?.add({ labels: [true, false] });
  expect(all?.finish()).toEqual([]);
});
