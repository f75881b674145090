// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { DiffView, type DiffViewProps } from './diff-view.tsx';

function view(output: string, edit: string, props: Partial<DiffViewProps> = {}) {
  return (
    <DiffView
      output={output}
      edit={edit}
      diff={diffTexts(output, edit)}
      mode="side-by-side"
      changesOnly={false}
      currentChangeId={null}
      onSelectChange={vi.fn()}
      outputTitle="Output"
      editTitle="Edit"
      {...props}
    />
  );
}

function textOf(container: HTMLElement, side: string): string {
  return [...container.querySelectorAll(`[data-side=${side}]`)].map((cell) => cell.textContent).join('');
}

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'one ',
        'two ',
        'dir\n',
        '\r\n',
        '\n\n',
        '\t',
        ' ',
        'שלום ',
        '日本語',
        '👩‍👩‍👧 ',
        'é',
        '\u200b',
        '<b>&amp;',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** jsdom has no layout: whatever is asked for is where the view then stands. */
function scrollTo(this: Element, to?: unknown): void {
  if (typeof to === 'object' && to !== null && 'top' in to) this.scrollTop = Number(to.top);
  queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
}

const scrolledTo: Element[] = [];

beforeEach(() => {
  scrolledTo.length = 0;
  Element.prototype.scrollTo = scrollTo;
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    scrolledTo.push(this);
  };
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('diff view', () => {
  it('shows both texts to the last character, whatever they hold', () => {
    fc.assert(
      fc.property(text, text, (output, edit) => {
        const { container, unmount } = render(view(output, edit));
        expect(textOf(container, 'output')).toBe(output);
        expect(textOf(container, 'edit')).toBe(edit);
        unmount();
      }),
      { numRuns: 150 },
    );
  });

  it('shows the edit and what was removed from the output in one text when inline', () => {
    fc.assert(
      fc.property(text, text, (output, edit) => {
        const { container, unmount } = render(view(output, edit, { mode: 'inline' }));
        const without = (tag: string) => {
          const copy = container.cloneNode(true);
          if (!(copy instanceof HTMLElement)) throw new Error('no element');
          for (const element of copy.querySelectorAll(tag)) element.remove();
          return textOf(copy, 'both');
        };
        expect(without('del')).toBe(edit);
        expect(without('ins')).toBe(output);
        unmount();
      }),
      { numRuns: 100 },
    );
  });

  it('shows the edit alone to the last character, with the places of what was removed', () => {
    fc.assert(
      fc.property(text, text, (output, edit) => {
        const { container, unmount } = render(view(output, edit, { mode: 'edit-only' }));
        expect(textOf(container, 'edit')).toBe(edit);
        expect(container.querySelector('del, [data-side=output]')).toBeNull();
        unmount();
      }),
      { numRuns: 100 },
    );
    const { container } = render(view('one two three', 'one three four', { mode: 'edit-only' }));
    expect(container.querySelectorAll('[data-change]')).toHaveLength(2);
    expect(container.querySelector('ins')?.textContent).toBe(' four');
  });

  it('shows both texts before they are compared', () => {
    const { container } = render(view('a\nb\n', 'c\n', { diff: null }));
    expect(textOf(container, 'output')).toBe('a\nb\n');
    expect(textOf(container, 'edit')).toBe('c\n');
    expect(container.querySelector('del, ins')).toBeNull();
  });

  it('draws a text of some length bit by bit and to its end', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `Line ${index} of a long text.\n`);
    const output = lines.join('');
    const { container } = render(view(output, `${output}The end.`));
    expect(textOf(container, 'output').length).toBeLessThan(output.length);
    await vi.waitFor(() => expect(textOf(container, 'output')).toBe(output), { timeout: 5000 });
  });

  it('draws of a long text only what is in view, and what a change needs', async () => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(1_000_000);
    const lines = Array.from({ length: 6000 }, (_, index) => `Line ${index} of a very long text.\n`);
    const output = lines.join('');
    const edit = output.replace('Line 5000 of', 'Row 5000 of');
    const diff = diffTexts(output, edit);
    const { container, rerender } = render(view(output, edit));
    await vi.waitFor(() => expect(textOf(container, 'output')).toContain('Line 3 of'), { timeout: 5000 });
    expect(container.querySelectorAll('[data-side=output]').length).toBeLessThan(300);
    rerender(view(output, edit, { diff, currentChangeId: diff.changes[0]?.id ?? null }));
    await vi.waitFor(() => expect(container.querySelector('ins[data-current]')?.textContent).toBe('Row'), {
      timeout: 5000,
    });
    await vi.waitFor(() => expect(scrolledTo.at(-1)?.textContent).toBe('Row'));
    expect(container.querySelectorAll('[data-side=output]').length).toBeLessThan(300);
  });

  it('folds unchanged lines in changes-only mode and shows them on demand', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `Line ${index}\n`);
    const output = lines.join('');
    const edit = output.replace('Line 4', 'Row 4');
    const { container } = render(view(output, edit, { changesOnly: true }));
    expect(textOf(container, 'output')).toBe('Line 3\nLine 4\nLine 5\n');
    const [first] = screen.getAllByRole('button', { name: 'Show 3 unchanged lines' });
    if (first) fireEvent.click(first);
    expect(textOf(container, 'output')).toBe('Line 0\nLine 1\nLine 2\nLine 3\nLine 4\nLine 5\n');
  });

  it('folds the unchanged middle of a long paragraph, the same on both sides', () => {
    const middle = 'unchanged words that go on '.repeat(40);
    const { container } = render(
      view(`Old start ${middle}old end`, `New start ${middle}new end`, { changesOnly: true }),
    );
    const folds = screen.getAllByRole('button', { name: /^Show [\d,]+ unchanged characters$/ });
    expect(folds).toHaveLength(2);
    if (folds[0]) fireEvent.click(folds[0]);
    expect(screen.queryAllByRole('button')).toHaveLength(0);
    expect(textOf(container, 'output')).toContain(middle);
  });

  it('shows everything in changes-only mode where nothing changed', () => {
    const { container } = render(view('a\nb\nc\nd\n', 'a\nb\nc\nd\n', { changesOnly: true }));
    expect(textOf(container, 'output')).toBe('a\nb\nc\nd\n');
  });

  it('marks whitespace where whitespace is what changed, and only there', () => {
    const { container, rerender } = render(view('one two\n', 'one  two\n'));
    expect(
      [...container.querySelectorAll('[data-mark]')].map((mark) => mark.getAttribute('data-mark')),
    ).toContain('·');
    rerender(view('one two', 'one\ttwo'));
    expect(container.querySelector('ins [data-mark="→"]')).not.toBeNull();
    rerender(view('one two', 'one\u00a0two'));
    expect(container.querySelector('ins [data-mark="⍽"]')).not.toBeNull();
    rerender(view('👩‍👩‍👧 x', '👨‍👩‍👦🏽 می‌خواهم'));
    expect(container.querySelector('[data-mark]')).toBeNull();
    rerender(view('one two', 'one \u200d two'));
    expect(container.querySelector('ins [data-mark="U+200D"]')).not.toBeNull();
    rerender(view('one two', 'one two\n\nthree'));
    expect(container.querySelectorAll('ins [data-mark="¶"]')).toHaveLength(2);
    rerender(view('a quite long word', 'a completely other phrase here'));
    expect(container.querySelector('[data-mark]')).toBeNull();
  });

  it('shows a moved block as one, with a link to its other place', () => {
    const block = 'The block that goes to another place in the text. ';
    const output = `${block}Here is what stays where it was before, all of it.`;
    const edit = `Here is what stays where it was before, all of it. ${block.trim()}`;
    const onSelectChange = vi.fn();
    const diff = diffTexts(output, edit);
    const [move] = diff.moves;
    const { container } = render(view(output, edit, { diff, onSelectChange }));
    expect(textOf(container, 'output')).toBe(output);
    const links = screen.getAllByRole('button', { name: 'Moved: show its other place' });
    expect(links.map((link) => link.closest('ins, del')?.nodeName)).toEqual(['DEL', 'INS']);
    for (const link of links) fireEvent.click(link);
    expect(onSelectChange.mock.calls).toEqual([[move?.to], [move?.from]]);
  });

  it('outlines the current change on both sides, brings it into view and lets a click choose one', () => {
    const [output, edit] = ['The cat sat on the mat.', 'The dog sat on a big mat.'];
    const diff = diffTexts(output, edit);
    const [first, second] = diff.changes.map((change) => change.id);
    const onSelectChange = vi.fn();
    const { container, rerender } = render(
      view(output, edit, { currentChangeId: first ?? null, onSelectChange }),
    );
    const outlined = () =>
      [...container.querySelectorAll('[data-current]')].map((element) => element.textContent);
    expect(outlined()).toEqual(['cat', 'dog']);
    expect(scrolledTo.map((element) => element.textContent)).toEqual(['cat', 'dog']);
    rerender(view(output, edit, { currentChangeId: second ?? null, onSelectChange }));
    expect(outlined()).toEqual(['the', 'a big']);
    fireEvent.click(screen.getByText('dog'));
    expect(onSelectChange).toHaveBeenCalledWith(first);
  });
});
