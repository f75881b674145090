// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DiffMode } from '../../../shared/contract/app-operations.ts';
import { diffTexts } from '../../../shared/domain/diff/diff-texts.ts';
import { revertSome } from '../../../shared/domain/diff/revert-some.ts';
import { DiffView } from './diff-view.tsx';
import { MarksContext, noMarks, type TextMarks } from './text-marks.ts';

const words = fc
  .array(fc.constantFrom('one ', 'two ', 'three\n', 'שלום ', '日本', '👩‍👩‍👧 ', '\t'), {
    minLength: 4,
    maxLength: 20,
  })
  .map((parts) => parts.join(''));

function draw(output: string, edit: string, mode: DiffMode, some: ReadonlySet<string>, marks: TextMarks) {
  const { text, shown } = revertSome(edit, diffTexts(output, edit), some);
  const onSelectLabel = vi.fn();
  const { container } = render(
    <MarksContext value={marks}>
      <DiffView
        output={output}
        edit={text}
        diff={shown}
        mode={mode}
        changesOnly={false}
        currentChangeId={null}
        reverted={some}
        onSelectChange={vi.fn()}
        onSelectLabel={onSelectLabel}
        outputTitle="Output"
        editTitle="Edit"
      />
    </MarksContext>,
  );
  const textOf = (selector: string) =>
    [...container.querySelectorAll(selector)].map((element) => element.textContent).join('');
  return { container, text, textOf, onSelectLabel };
}

const chip = { number: 1, tone: 'major', title: 'Too stiff', isCurrent: false } as const;

afterEach(cleanup);

describe('a labelled diff of which changes were reverted', () => {
  it('shows both texts to the letter, whatever is labelled or reverted', () => {
    fc.assert(
      fc.property(words, words, fc.array(fc.boolean()), fc.nat(20), (output, edit, chosen, start) => {
        const { changes } = diffTexts(output, edit);
        const some = new Set(changes.map(({ id }) => id).filter((_, index) => chosen[index]));
        const end = Math.min(output.length, start + 5);
        const ranges = start < end ? [{ start, end, tone: 'major', chip } as const] : [];
        const marked = { ranges, changes: new Map() };
        const { text, textOf, container } = draw(output, edit, 'side-by-side', some, marked);
        expect([textOf('[data-side=output]'), textOf('[data-side=edit]')]).toEqual([output, text]);
        expect(textOf('mark')).toBe(output.slice(start, end));
        expect(container.querySelectorAll('[data-span]')).toHaveLength(ranges.length);
        cleanup();
      }),
      { numRuns: 25 },
    );
  });

  it('shows reverted text once where both texts are one, and the places of labels in it', () => {
    const [output, edit] = [
      'Dear customer, we are sorry for that.',
      'Dear Ms. Lee, we are sorry for all that.',
    ];
    const [first] = diffTexts(output, edit).changes;
    const marks = { ...noMarks, ranges: [{ start: 0, end: 13, tone: 'plain', chip } as const] };
    const { textOf } = draw(output, edit, 'inline', new Set([first?.id ?? '']), marks);
    expect(textOf('[data-side=both]').startsWith('Dear customer, we')).toBe(true);
    expect(textOf('mark')).toBe('Dear customer');
    expect(textOf('[title^=Reverted]')).toBe('customer');
  });

  it('has a sign behind a labelled change, once, that selects the label', () => {
    const [output, edit] = ['Dear customer, wait.', 'Dear Ms. Lee, wait.'];
    const [change] = diffTexts(output, edit).changes;
    const marks: TextMarks = {
      ranges: [],
      changes: new Map([[change?.id ?? '', { side: 'removed', chips: [chip] }]]),
    };
    const { container, onSelectLabel } = draw(output, edit, 'side-by-side', new Set(), marks);
    const signs = container.querySelectorAll('[data-text="1 major"]');
    expect(signs).toHaveLength(1);
    expect(signs[0]?.previousElementSibling?.textContent).toBe('customer');
    fireEvent.click(signs[0] ?? container);
    expect(onSelectLabel).toHaveBeenCalledWith(1);
  });
});
