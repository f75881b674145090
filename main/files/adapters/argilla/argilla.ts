import { isJsonList, isJsonObject, type JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, Expander } from '../adapter.ts';
import { argillaRow } from './argilla-row.ts';
import { createTextQuestions } from './text-questions.ts';
import { isFlattened, readFlattened, readNested } from './read-record.ts';

/** Argilla's exports: nested as JSON, or flattened into columns such as `rating.responses`. */
export const argillaAdapter: Adapter = {
  id: 'argilla',
  title: 'Argilla export',
  brings: 'interactions',
  fields: [
    {
      from: 'suggestions.<q>.value of a text question',
      to: 'output',
      note: 'else the field named like an output, a chat’s last reply, or the only running text',
    },
    { from: 'suggestions.<q>.agent', to: 'model', note: 'of the text question' },
    {
      from: 'fields',
      to: 'messages',
      note: 'a chat, or the field named like an input; others stay in `fields`',
    },
    { from: 'id', to: 'external_id' },
    { from: 'responses.<q>[] of that text question', to: 'edit', note: 'submitted ones, by user_id' },
    {
      from: 'responses.<q>[] of other questions',
      to: 'label <q>',
      note: 'submitted ones, by user_id; rankings as the values in order, spans as `LABEL[start:end]`',
    },
    { from: 'suggestions.<q>.value of other questions', to: 'signal <q>', note: 'by the agent' },
    { from: 'responses of text questions named like a comment', to: 'signal comment' },
    {
      from: 'responses[] with status draft, discarded',
      to: '(skipped)',
      note: 'kept in `responses_not_submitted`',
    },
    { from: 'metadata, status, vectors, ...', to: '(their own names)' },
  ],
  recognises,
  open,
};

function recognises(row: JsonObject): boolean {
  const isNested =
    isJsonObject(row['fields']) && isAnswers(row, 'responses') && isAnswers(row, 'suggestions');
  return isNested || isFlattened(row);
}

function isAnswers(row: JsonObject, name: string): boolean {
  const value = row[name];
  return Object.hasOwn(row, name) && (value === null || isJsonObject(value) || isJsonList(value));
}

/** Text and label questions look alike in one row, so that what was seen of each question is kept. */
function open(): Expander {
  const texts = createTextQuestions();
  return {
    push: (row) => argillaRow(isFlattened(row) ? readFlattened(row) : readNested(row), texts),
    end: () => ({ rows: [], skipped: [] }),
  };
}
