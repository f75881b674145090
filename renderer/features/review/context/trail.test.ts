import { afterEach, describe, expect, it } from 'vitest';
import { resetReviewState, useReviewState } from '../review-state.ts';
import { followTrailBack, leaveTrail } from './trail.ts';

afterEach(resetReviewState);

describe('the way back from steps aside', () => {
  it('goes back one by one, the last first, and each once', () => {
    leaveTrail('a');
    leaveTrail('b');
    expect(followTrailBack('c')).toBe('b');
    expect(followTrailBack('b')).toBe('a');
    expect(followTrailBack('a')).toBeNull();
  });

  it('does not stay where one is', () => {
    leaveTrail('a');
    leaveTrail('b');
    expect(followTrailBack('b')).toBe('a');
  });

  it('never leads into another project', () => {
    useReviewState.setState({ lastOpened: { project: 'one', id: 'a' } });
    leaveTrail('a');
    useReviewState.setState({ lastOpened: { project: 'two', id: 'b' } });
    expect(followTrailBack('b')).toBeNull();
  });
});
