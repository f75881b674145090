import { describe, expect, it } from 'vitest';
import { joinMethod, joinMethodText } from './join-method-option.ts';

describe('the option that says how rows are joined', () => {
  it.each([
    ['id', { by: 'id' }],
    ['session', { by: 'session', which: 'last' }],
    ['session:all', { by: 'session', which: 'all' }],
    ['user-window:30', { by: 'user_window', minutes: 30 }],
    ['user-window:0.5', { by: 'user_window', minutes: 0.5 }],
    ['key:{a}-{b}={user}-{meta.b}', { by: 'key', row: '{a}-{b}', interaction: '{user}-{meta.b}' }],
  ])('reads %s', (text, method) => {
    expect(joinMethod(text)).toEqual(method);
    expect(joinMethodText(joinMethod(text))).toBe(text);
  });

  it.each([
    '',
    'ids',
    'session:first',
    'user-window',
    'user-window:',
    'user-window:-1',
    'key:{a}',
    'key:a=b=c',
  ])('refuses "%s"', (text) => {
    expect(() => joinMethod(text)).toThrow('Write id, session');
  });
});
