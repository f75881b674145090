// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { hasSelectedOutput, selectedOutput } from './output-range.ts';

function textOf(id: string): Node {
  return document.querySelector(`#${id}`)?.firstChild ?? document.body;
}

function select(from: string, fromOffset: number, to: string, toOffset: number) {
  getSelection()?.setBaseAndExtent(textOf(from), fromOffset, textOf(to), toOffset);
}

beforeEach(() => {
  document.body.innerHTML = `
    <div data-output-at="100"><span id="a">Hello </span><del id="b">old</del><ins id="c">new text</ins><span id="d"> world</span></div>
    <div data-side="edit"><span id="e">Hello</span></div>
    <div data-output-at="200"><span id="f">Long</span><button data-fold data-length="50">⋯ 50 ⋯</button><span id="g">tail</span></div>`;
});

describe('what of the output is selected', () => {
  it('is counted in units of the output, without what the edit put in', () => {
    select('a', 2, 'd', 3);
    expect(selectedOutput()).toEqual({ start: 102, end: 112 });
    expect(hasSelectedOutput()).toBe(true);
  });

  it('goes over folded text and from row to row', () => {
    select('b', 0, 'g', 2);
    expect(selectedOutput()).toEqual({ start: 106, end: 256 });
  });

  it('ends with its row where the selection runs into the edit', () => {
    select('d', 1, 'e', 0);
    expect(selectedOutput()).toEqual({ start: 110, end: 115 });
  });

  it('is nothing where the edit or nothing is selected', () => {
    select('e', 0, 'e', 3);
    expect([selectedOutput(), hasSelectedOutput()]).toEqual([null, false]);
    getSelection()?.removeAllRanges();
    expect([selectedOutput(), hasSelectedOutput()]).toEqual([null, false]);
  });
});
