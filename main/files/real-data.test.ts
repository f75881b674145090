import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileMapping } from '../../shared/domain/mapping/map-row.ts';
import { guessMapping } from '../../shared/domain/mapping/guess-mapping.ts';
import { readWhole } from './test-files.ts';

const data = '../shared/data';

describe.skipIf(!existsSync(data))('published data sets (skipped where ../shared/data is absent)', () => {
  it.each([
    ['lamp/lamp_pairs.jsonl', 386, 'output=ai_output edit=human_edit input=instruction'],
    ['mlqe-pe/et-en.test20.jsonl', 1000, 'output=mt_tok edit=pe_tok input=source'],
    ['mlqe-pe/ro-en.test20.jsonl', 1000, 'output=mt_tok edit=pe_tok input=source'],
    ['mlqe-pe/ru-en.test20.jsonl', 1000, 'output=mt_tok edit=pe_tok input=source'],
    ['mlqe-pe/si-en.test20.jsonl', 1000, 'output=mt_tok edit=pe_tok input=source'],
    [
      'coauthor/suggestion_queries_300.jsonl',
      3764,
      'output=suggestions session=session_id created_at=t_query',
    ],
    [
      'copilot-cups/data_labeled_study.jsonl',
      3490,
      'output=CurrentSuggestion input=CurrentPrompt session=session_index',
    ],
    [
      'lamp/sft_chat_format/WritingRewards/edit_model/edit/test_dataset.json',
      67,
      'output=messages[-1].content messages=messages',
    ],
  ])('reads, guesses and maps every row of %s', async (name, count, start) => {
    const { rows, rejects } = await readWhole(`${data}/${name}`);
    const mapping = guessMapping(rows.slice(0, 200).map(({ value }) => value));
    expect(mapping.map(({ target, path }) => `${target}=${path}`).join(' ')).toContain(start);
    const mapper = compileMapping(mapping);
    const mapped = rows.filter(({ value }) => mapper.ok && mapper.value(value).ok);
    expect([rows.length, mapped.length, rejects.length]).toEqual([count, count, 0]);
  });

  it.each([
    ['pandalm/testset-v1.json', 999],
    ['llmbar/LLMBar_Natural.json', 100],
    ['copilot-cups/copilot_post_survey.csv', 21],
    ['tool-exports/sharegpt/dummy_conversation.json', 500],
  ])('reads every row of %s', async (name, count) => {
    const { rows, rejects } = await readWhole(`${data}/${name}`);
    expect([rows.length, rejects.length]).toEqual([count, 0]);
  });
});
