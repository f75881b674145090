import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { previewImport } from './preview-import.ts';

it('shows what each row finds its interaction by, and needs no id where the join needs none', async () => {
  const path = join(useTempFolder(), 'sold.jsonl');
  writeFileSync(
    path,
    `${JSON.stringify({ who: 'ana', order: 7, when: '2025-01-02T10:00:00Z', sold: true })}\n`,
  );
  const sold = { target: 'outcome.sold', path: 'sold' } as const;
  const brings = 'attachments' as const;

  const byKey = await previewImport({
    path,
    brings,
    mapping: [sold],
    join: { by: 'key', row: '{who}-{order}', interaction: '{user}-{meta.order}' },
  });
  expect(byKey).toMatchObject({ ok: true, value: { accepted: 1, rows: [{ input: 'ana-7' }] } });

  const byUser = await previewImport({
    path,
    brings,
    mapping: [sold, { target: 'user', path: 'who' }, { target: 'created_at', path: 'when' }],
    join: { by: 'user_window', minutes: 60 },
  });
  expect(byUser).toMatchObject({ ok: true, value: { accepted: 1, rows: [{ input: 'ana' }] } });

  const byId = await previewImport({ path, brings, mapping: [sold] });
  expect(byId).toMatchObject({ ok: false, error: { code: 'MAPPING_INVALID' } });
});
