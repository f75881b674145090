import { diffTexts } from '../../diff/diff-texts.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { codePointsBefore } from '../../text/code-points.ts';
import { trlMessages } from '../format-messages.ts';
import { rowError, type RowFinding, skip } from '../row-finding.ts';
import { contentOf, listOf } from '../validators/message-parts.ts';
import { answerOf } from './answer.ts';
import { axolotl } from './axolotl.ts';
import type { FormatOf } from './format.ts';
import { markAnswers } from './mark-answers.ts';

/**
 * FORMATS A.10, and chat_template.py of Axolotl 067b021: offsets count code points and include both ends; what no
 * span names is not learned, and neither are messages with `train: false`.
 */
export const axolotlSpans: FormatOf<'supervised'> = {
  ...axolotl,
  name: 'Axolotl, edited parts only',
  sentence:
    'As Axolotl, but of the answer only what people put in is learned: not what they left as the model wrote it.',
  write: ({ prompt, answer, draft, tools }) => {
    if (draft === null) return unedited;
    const spans = changedSpans(draft, answer);
    if (spans.length === 0) return nothingAdded;
    return {
      ok: true,
      value: {
        messages: [
          ...markAnswers(trlMessages(prompt), { train: false }),
          { ...answerOf(answer), train_detail: spans },
        ],
        ...(tools === undefined ? {} : { tools }),
      },
    };
  },
  validate: (row) => [
    ...axolotl.validate(row),
    ...listOf(row['messages']).flatMap((message, at) =>
      isJsonObject(message) ? validateSpans(message, at + 1) : [],
    ),
  ],
};

/** What an edit put in, as spans of its text. */
function changedSpans(draft: string, answer: string): readonly JsonObject[] {
  const { changes } = diffTexts(draft, answer, { level: 'word', ignoreWhitespace: false });
  const added = changes.filter(({ editStart, editEnd }) => editEnd > editStart);
  const starts = codePointsBefore(
    answer,
    added.map(({ editStart }) => editStart),
  );
  const ends = codePointsBefore(
    answer,
    added.map(({ editEnd }) => editEnd),
  );
  return starts.map((start, at) => ({
    begin_offset: start,
    end_offset: (ends[at] ?? start + 1) - 1,
    train: true,
  }));
}

function validateSpans(message: JsonObject, number: number): readonly RowFinding[] {
  const spans = message['train_detail'];
  if (spans === undefined) return [];
  const text = contentOf(message) ?? '';
  const [length = 0] = codePointsBefore(text, [text.length]);
  let next = 0;
  const isRight = (span: Json): boolean => {
    if (!isJsonObject(span) || typeof span['train'] !== 'boolean') return false;
    const { begin_offset: begin, end_offset: end } = span;
    if (!Number.isInteger(begin) || typeof begin !== 'number' || typeof end !== 'number') return false;
    const isIn = begin >= next && end >= begin && end < length && Number.isInteger(end);
    next = end + 1;
    return isIn;
  };
  if (!isJsonList(spans) || !spans.every(isRight))
    return [
      rowError(
        'train_spans',
        `Message ${number} has spans in train_detail that overlap or do not lie in its text.`,
      ),
    ];
  return spans.some((span) => isJsonObject(span) && span['train'] === true)
    ? []
    : [rowError('nothing_to_learn', `Message ${number} has no span in train_detail that is learned.`)];
}

const unedited = skip('no_edit', 'Nobody edited the output.');

const nothingAdded = skip(
  'nothing_to_learn',
  'The edit only takes words out: there is nothing in it to learn.',
);
