// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ChangeLine } from './change-line.tsx';

const change = {
  before: `${'long words before '.repeat(10)}the `,
  removed: 'big',
  added: 'small',
  after: ' dog\nsleeps',
  comments: ['wrong size'],
};

afterEach(cleanup);

describe('a change in a line', () => {
  it('keeps the change in sight: of what stands before it, the end', () => {
    const { container } = render(<ChangeLine change={change} />);
    expect(container.textContent).toBe('…before long words before the bigsmall dog sleepswrong size');
    expect(container.querySelector('del')?.textContent).toBe('big');
    expect(container.querySelector('ins')?.textContent).toBe('small');
  });

  it('is whole where it is expanded', () => {
    const { container } = render(<ChangeLine change={change} isExpanded />);
    expect(container.textContent).toBe(`${change.before}bigsmall${change.after}wrong size`);
  });

  it('has no side that holds nothing', () => {
    const { container } = render(<ChangeLine change={{ ...change, removed: '', added: '' }} />);
    expect(container.querySelector('del, ins')).toBeNull();
  });

  it('renders imported text as text', () => {
    const { container } = render(<ChangeLine change={{ ...change, removed: '<img src=x>' }} isExpanded />);
    expect(container.querySelector('img')).toBeNull();
  });
});
