import { dialects } from '../validators/dialects.ts';
import { validateChat } from '../validators/validate-chat.ts';
import type { FormatOf } from './format.ts';
import { together } from './together.ts';

/** FORMATS A.7: written as for Together, whose rules are stricter. */
export const fireworks: FormatOf<'supervised'> = {
  ...together,
  name: 'Fireworks',
  sentence: 'Conversations of text with the system message first, at least three of them; read by Fireworks.',
  validate: (row) => validateChat(row, dialects.fireworks),
  fewest: { rows: 3, message: 'Fewer than 3 training rows: Fireworks does not start a job with them.' },
};
