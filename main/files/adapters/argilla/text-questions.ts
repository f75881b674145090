import { targetNames } from '../../../../shared/domain/mapping/target-names.ts';
import { snakeCase } from '../support/signals.ts';
import type { ArgillaRecord } from './read-record.ts';

/** Which questions ask for a text. */
export interface TextQuestions {
  /** Looks at a row, then names its text questions in the order of the file. */
  readonly of: (record: ArgillaRecord) => readonly string[];
}

const maxQuestions = 1000;
const textNames: ReadonlySet<string> = new Set([...targetNames.edit, ...targetNames.output]);

/** A question that was once answered or suggested a running text stays one, also where an answer is one word. */
export function createTextQuestions(): TextQuestions {
  const known = new Set<string>();
  return {
    of: ({ suggestions, responses }) => {
      const answers = [...suggestions, ...responses];
      for (const { question, value } of answers) {
        if (known.size < maxQuestions && isText(question, value)) known.add(question);
      }
      const texts = answers.filter(({ question, value }) => known.has(question) && typeof value === 'string');
      return [...new Set(texts.map(({ question }) => question))];
    },
  };
}

function isText(question: string, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return value.length > 60 || /\S\s+\S+\s+\S+\s+\S/.test(value) || textNames.has(snakeCase(question));
}
