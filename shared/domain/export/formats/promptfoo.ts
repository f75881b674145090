import { isJsonObject, type Json } from '../../json.ts';
import { rowError, type RowFinding, skip } from '../row-finding.ts';
import { listOf } from '../validators/message-parts.ts';
import { validateKeys } from '../validators/validate-keys.ts';
import { conversationText } from './conversation-text.ts';
import type { FormatOf } from './format.ts';
import { obstacle } from './obstacle.ts';
import { rubricOf } from './rubric.ts';

/** FORMATS A.14: test cases, site/docs/configuration/test-cases.md at 016417b. */
export const promptfoo: FormatOf<'evaluation'> = {
  name: 'promptfoo',
  sentence:
    'A test case for each edit: near to the edit, without what people took out, and without its failure modes; read by promptfoo as tests: file://…, with the input as {{input}}.',
  kind: 'evaluation',
  write: ({ id, prompt, ideal, avoid, modes, about }) => {
    const blocked = obstacle({ prompt, trains: 'all' }, { tools: false, masks: true });
    if (blocked !== null) return blocked;
    const input = conversationText(prompt);
    if (input === null) return skip('missing_user_message', 'There is no input beside a system prompt.');
    const names = modes.map(({ name }) => name.toWellFormed());
    return {
      ok: true,
      value: {
        description: names.length === 0 ? `edit of ${id}` : `${names.join(', ')}: edit of ${id}`,
        vars: { input: literal(input) },
        assert: [
          // An answer that is unlike the edit may still not have the failure mode.
          ...(about === undefined
            ? [{ type: 'similar', value: literal(ideal), threshold: leastSimilarity }]
            : []),
          ...avoid.map((text) => ({ type: 'not-contains', value: literal(text) })),
          ...modes.map(({ name, definition }) => ({
            type: 'llm-rubric',
            value: literal(rubricOf({ name, definition })),
            metric: name.toWellFormed(),
          })),
        ],
        metadata: { interaction: id, failure_modes: names },
      },
    };
  },
  keys: [
    'description',
    'vars',
    'provider',
    'providers',
    'prompts',
    'providerOutput',
    'assert',
    'assertScoringFunction',
    'options',
    'threshold',
    'metadata',
  ],
  validate: (row) => {
    const { vars } = row;
    const hasVars = isJsonObject(vars) && Object.keys(vars).length > 0;
    const asserts = listOf(row['assert']);
    return [
      ...(hasVars ? [] : [rowError('vars', '"vars" is not an object with the values of the prompt.')]),
      ...(asserts.length > 0 ? [] : [rowError('assert', '"assert" is not a list with an assertion.')]),
      ...asserts.flatMap(validateAssertion),
    ];
  },
  promptOf: (row) => {
    const { vars } = row;
    return [{ role: 'user', content: isJsonObject(vars) ? (vars['input'] ?? '') : '' }];
  },
};

/** Cosine of embeddings; promptfoo's own examples ask for 0.8. */
const leastSimilarity = 0.8;

/**
 * A text that promptfoo's templates give back as it is: it renders values as Nunjucks, and takes those that begin as a
 * path for a file to load.
 */
function literal(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\{(?=[{%#])|#(?=\})/gu, (sign) => `{{ '${sign}' }}`)
    .replace(/^(?:file:\/\/|package:)/u, (path) => `{{ '${path}' }}`);
}

/** Those of config-schema.json at 002b8d0; `assert` is of a set of assertions. */
const assertionKeys = [
  'type',
  'value',
  'config',
  'threshold',
  'weight',
  'provider',
  'rubricPrompt',
  'metric',
  'transform',
  'contextTransform',
  'assert',
];

/** Those whose value a test cannot do without. */
const withValue =
  /^(?:not-)?(?:equals|i?contains(?:-any|-all)?|starts-with|regex|similar|llm-rubric|factuality|javascript|python)$/u;

function validateAssertion(assertion: Json, at: number): readonly RowFinding[] {
  if (!isJsonObject(assertion)) return [rowError('assert', `Assertion ${at + 1} is not an object.`)];
  const { type, value, threshold } = assertion;
  if (typeof type !== 'string' || type === '')
    return [rowError('assert', `Assertion ${at + 1} has no type.`)];
  const findings: RowFinding[] = [...validateKeys(assertion, assertionKeys)];
  if (withValue.test(type) && isMissing(value)) {
    findings.push(rowError('assert', `Assertion ${at + 1} (${type}) has no value.`));
  }
  if (threshold !== undefined && typeof threshold !== 'number') {
    findings.push(rowError('assert', `Assertion ${at + 1} has a threshold that is no number.`));
  }
  return findings;
}

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}
