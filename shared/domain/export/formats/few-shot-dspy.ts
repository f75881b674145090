import { counterPair } from './counter-example.ts';
import { fewShotPair, fewShotPromptOf, validateFewShotPair } from './few-shot-pair.ts';
import type { FormatOf } from './format.ts';

/** FORMATS A.13: the portable form of demos, which no version of DSPy refuses. */
export const fewShotDspy: FormatOf<'supervised'> = {
  name: 'Few-shot, DSPy',
  sentence:
    'A line of input and output each, for dspy.Example(**row).with_inputs("input") and LabeledFewShot.',
  kind: 'supervised',
  write: fewShotPair,
  // The last two are of counter-examples.
  keys: ['input', 'output', 'bad_output', 'why_bad'],
  validate: validateFewShotPair,
  promptOf: fewShotPromptOf,
  counterText: (example) => {
    const pair = counterPair(example);
    if (!pair.ok) return pair;
    const { input, good, bad, why } = pair.value;
    return {
      ok: true,
      value: `${JSON.stringify({ input, output: good, bad_output: bad, why_bad: why })}\n`,
    };
  },
};
