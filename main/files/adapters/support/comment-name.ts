import { snakeCase } from './signals.ts';

const commentName =
  /(?:^|_)(?:comments?|reasons?|reasoning|feedback|notes?|explanation|rationale|justification)(?:_|$)/;

/** Whether a question of this name asks what a person thinks of an output, rather than for a text in its place. */
export function isCommentName(name: string): boolean {
  return commentName.test(snakeCase(name));
}
