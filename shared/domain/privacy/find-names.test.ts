import { describe, expect, it } from 'vitest';
import { nameFinder } from './find-names.ts';
import { foundBy } from './test-finders.ts';

describe('nameFinder', () => {
  it.each([
    [
      ['Anna Meyer'],
      'Dear Anna  Meyer, ANNA MEYER, Anna\nMeyer',
      ['Anna  Meyer', 'ANNA MEYER', 'Anna\nMeyer'],
    ],
    [['Anna', 'Anna Meyer'], "Anna Meyer's aunt Anna", ['Anna Meyer', 'Anna']],
    [['Mark'], 'Mark will mark the market. Marks MARK', ['Mark', 'MARK']],
    [['mark'], 'Mark will mark the market', ['Mark', 'mark']],
    [["O'Brien"], 'Ms O’Brien and OBrien', ['O’Brien']],
    [['Jean-Luc'], 'Jean-Luc, Jean Luc, Jean and Luc', ['Jean-Luc', 'Jean Luc']],
    [['李明'], '你好李明先生', ['李明']],
    [['Zoë'], 'Zoe\u0308 and Zoë and Zoey', ['Zoe\u0308', 'Zoë']],
    [['Ann Lee'], 'Ann Ann Lee', ['Ann Lee']],
    [['', ' ', '!'], 'nothing at all', []],
    [['constructor', '__proto__'], 'the constructor of it', ['constructor']],
  ])('of %j in %j', (names, text, expected) => {
    expect(foundBy(nameFinder(names), text)).toEqual(expected);
  });
});
