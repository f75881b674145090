import { expect, it } from 'vitest';
import { consensusRule } from './consensus-rule.ts';

it.each([
  ['any', 'any'],
  ['majority', { rule: 'majority' }],
  ['majority:Ana María', { rule: 'majority', expert: 'Ana María' }],
  ['expert:a:b@x.com', { rule: 'expert', expert: 'a:b@x.com' }],
  ['adjudicated', { rule: 'adjudicated' }],
])('reads %s', (text, rule) => {
  expect(consensusRule(text)).toEqual(rule);
});

it.each(['', 'most', 'expert', 'expert:', 'majority: ', 'adjudicated:ana', 'any:ana'])(
  'refuses "%s"',
  (text) => {
    expect(() => consensusRule(text)).toThrow('majority:NAME');
  },
);
