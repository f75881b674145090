import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileMapping } from '../../../shared/domain/mapping/map-row.ts';
import { readWhole } from '../test-files.ts';
import type { Adapter } from './adapter.ts';
import { arrivingMapping } from './arriving-mapping.ts';
import { claudeCodeAdapter } from './claude-code/claude-code.ts';
import { conversationsAdapter } from './conversations.ts';
import { doccanoAdapter } from './doccano/doccano.ts';
import { labelStudioMinAdapter } from './label-studio/label-studio-min.ts';
import { labelStudioAdapter } from './label-studio/label-studio.ts';
import { oasstAdapter } from './oasst.ts';
import { prodigyAdapter } from './prodigy.ts';

const data = '../shared/data/tool-exports';

interface Counts {
  readonly rows: number;
  readonly recognised: number;
  readonly interactions: number;
  readonly edits?: number;
  readonly labels?: number;
  readonly signals?: number;
  readonly skipped?: number;
}

describe.skipIf(!existsSync(data))(
  'exports of labelling tools and chats (skipped where ../shared/data is absent)',
  () => {
    it.each<[string, Adapter, Counts]>([
      [
        'label-studio/csv_test.json',
        labelStudioAdapter,
        { rows: 2, recognised: 2, interactions: 2, labels: 2, signals: 6 },
      ],
      [
        'label-studio/csv_test2.json',
        labelStudioAdapter,
        { rows: 1, recognised: 1, interactions: 0, skipped: 1 },
      ],
      ['label-studio/data.json', labelStudioAdapter, { rows: 1, recognised: 1, interactions: 0, skipped: 1 }],
      [
        'label-studio/csv_test2_result.csv',
        labelStudioMinAdapter,
        { rows: 1, recognised: 1, interactions: 0, skipped: 1 },
      ],
      [
        'prodigy/annotated_github-issues-DOCUMENTATION-textcat.jsonl',
        prodigyAdapter,
        { rows: 830, recognised: 830, interactions: 830, labels: 830, signals: 830 },
      ],
      [
        'doccano/sequence_labeling/example.jsonl',
        doccanoAdapter,
        { rows: 3, recognised: 3, interactions: 3, labels: 3 },
      ],
      [
        'doccano/sequence_to_sequence/example.jsonl',
        doccanoAdapter,
        { rows: 3, recognised: 3, interactions: 3, edits: 3 },
      ],
      [
        'doccano/sequence_to_sequence/example.json',
        doccanoAdapter,
        { rows: 3, recognised: 3, interactions: 3, edits: 3 },
      ],
      [
        'doccano/sequence_to_sequence/example.csv',
        doccanoAdapter,
        { rows: 3, recognised: 0, interactions: 3, edits: 3 },
      ],
      [
        'doccano/text_classification/example.json',
        doccanoAdapter,
        { rows: 3, recognised: 3, interactions: 3, labels: 3 },
      ],
      [
        'doccano/text_classification/example.csv',
        doccanoAdapter,
        { rows: 3, recognised: 0, interactions: 3, labels: 3 },
      ],
      [
        'oasst-trees/en_100_tree.jsonl',
        oasstAdapter,
        { rows: 100, recognised: 100, interactions: 687, signals: 1508 },
      ],
      [
        'claude-code-transcripts/representative_messages.jsonl',
        claudeCodeAdapter,
        { rows: 12, recognised: 12, interactions: 5, signals: 10, skipped: 7 },
      ],
      [
        'claude-code-transcripts/session_b.jsonl',
        claudeCodeAdapter,
        { rows: 3, recognised: 3, interactions: 1, signals: 2, skipped: 2 },
      ],
      [
        'claude-code-transcripts/todowrite_examples.jsonl',
        claudeCodeAdapter,
        { rows: 12, recognised: 12, interactions: 6, signals: 12, skipped: 6 },
      ],
      [
        'sharegpt/dummy_conversation.json',
        conversationsAdapter,
        { rows: 500, recognised: 500, interactions: 1000 },
      ],
      // One reply a row: these stay with the plain mapping.
      [
        'openai-finetune/drone_training.jsonl',
        conversationsAdapter,
        { rows: 103, recognised: 0, interactions: 103 },
      ],
      [
        'openai-finetune/toy_chat_fine_tuning.jsonl',
        conversationsAdapter,
        { rows: 5, recognised: 1, interactions: 8 },
      ],
    ])('%s', async (name, adapter, counts) => {
      const { rows: given, rejects } = await readWhole(`${data}/${name}`);
      const reading = adapter.open();
      const parts = [...given.map(({ value }) => reading.push(value)), reading.end()];
      const mapper = compileMapping(arrivingMapping);
      const mapped = parts.flatMap(({ rows }) => rows).map((row) => mapper.ok && mapper.value(row));
      const rows = mapped.flatMap((row) => (row !== false && row.ok ? [row.value] : []));
      expect(rejects).toEqual([]);
      expect(rows).toHaveLength(mapped.length);
      expect({
        rows: given.length,
        recognised: given.filter(({ value }) => adapter.recognises(value)).length,
        interactions: rows.length,
        edits: rows.flatMap((row) => row.edits).length,
        labels: rows.flatMap((row) => row.labels).length,
        signals: rows.flatMap((row) => row.signals).length,
        skipped: parts.flatMap(({ skipped }) => skipped).length,
      }).toEqual({ edits: 0, labels: 0, signals: 0, skipped: 0, ...counts });
    });
  },
);
