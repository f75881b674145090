import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerSteps } from './answer-steps.ts';

const output = 'First, add them.\nThat is 7.\n\nThen double it: 15.\n\n\nSo the answer is 15.\n';

function marks(edit: string | null, text = output): readonly string[] {
  return answerSteps(text, edit).map(({ text: step, good }) => `${good ? '+' : '-'} ${step}`);
}

const first = 'First, add them.\nThat is 7.';

it('takes paragraphs as steps, up to the first that people changed', () => {
  expect(marks(output.replaceAll('15', '14'))).toEqual([`+ ${first}`, '- Then double it: 15.']);
  expect(marks(output.replace('7', '8'))).toEqual([`- ${first}`]);
  expect(marks(output.replace('So the answer is 15.', ''))).toEqual([
    `+ ${first}`,
    '+ Then double it: 15.',
    '- So the answer is 15.',
  ]);
});

it('takes all for good where nobody changed more than white space', () => {
  const all = [`+ ${first}`, '+ Then double it: 15.', '+ So the answer is 15.'];
  expect(marks(null)).toEqual(all);
  expect(marks(output.replaceAll('\n\n', '\n'))).toEqual(all);
  expect(marks(null, output.replaceAll('\n', '\r\n')).length).toBe(3);
});

it('tells a paragraph that was put in between from words that were put into one', () => {
  const between = output.replace('\n\nThen', '\n\nNow comes the next step.\n\nThen');
  expect(marks(between)).toHaveLength(3);
  expect(marks(between).every((mark) => mark.startsWith('+'))).toBe(true);
  expect(marks(output.replace('That is 7.', 'That is 7. Surely.'))).toEqual([`- ${first}`]);
  expect(marks(output.replace('Then double', 'And then double'))).toEqual([
    `+ ${first}`,
    '- Then double it: 15.',
  ]);
});

it('has no steps in an empty output', () => {
  expect(answerSteps(' \n\n\n ', null)).toEqual([]);
});

it('loses no letter of an output before the step it ends with, whatever the edit', () => {
  const text = fc
    .array(fc.constantFrom('a ', 'b', '\n', '\n\n', ' \n', '\r\n', 'c'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (one, edit) => {
      const steps = answerSteps(one, edit);
      const letters = steps
        .map(({ text: step }) => step)
        .join('')
        .replaceAll(/\s/g, '');
      expect(one.replaceAll(/\s/g, '').startsWith(letters)).toBe(true);
      expect(steps.slice(0, -1).every(({ good }) => good)).toBe(true);
      if (steps.at(-1)?.good !== false) expect(letters).toBe(one.replaceAll(/\s/g, ''));
    }),
  );
});
