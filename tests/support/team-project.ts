import { join } from 'node:path';
import type { Mapping } from '../../shared/domain/mapping/mapping.ts';
import { createId } from '../../main/db/create-id.ts';
import type { Database } from '../../main/db/database.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import { createProject } from '../../main/services/project/create-project.ts';
import { openProject } from '../../main/services/project/open-project.ts';
import { setGoldAnswer } from '../../main/services/review/set-mark.ts';
import { setLabel } from '../../main/services/review/set-label.ts';
import { setSpanLabel } from '../../main/services/review/set-span-label.ts';
import { addImportedLabel, addInteractions, resourcesFolder } from './temp-project.ts';
import { jobContext } from './test-import.ts';

/** A project file in a folder, filled by `fill` and closed again. */
export async function makeProjectFile(
  folder: string,
  name: string,
  fill: (project: Parameters<typeof jobContext>[0]) => unknown,
): Promise<string> {
  const made = createProject({ path: join(folder, name), name, device: 'device-a', resourcesFolder });
  if (!made.ok) throw new Error(made.error.message);
  const opened = openProject(made.value, { readOnly: false });
  if (!opened.ok) throw new Error(opened.error.message);
  await fill(opened.value);
  opened.value.close();
  return made.value;
}

export async function importInto(
  project: Parameters<typeof jobContext>[0],
  path: string,
  mapping: Mapping,
): Promise<void> {
  const imported = await importFile({ path, mapping, sourceId: createId() }, jobContext(project));
  if (!imported.ok) throw new Error(imported.error.message);
}

/** Verdicts of Ana, Bo and Cy; null where there is none. */
const verdicts = [
  ['good', 'good', 'good'],
  ['good', 'good', 'bad'],
  ['good', 'bad', 'good'],
  ['bad', 'bad', 'bad'],
  ['bad', 'bad', 'bad'],
  ['bad', 'bad', null],
  ['needs_work', 'bad', 'needs_work'],
  ['needs_work', 'needs_work', 'needs_work'],
  ['good', 'good', null],
  ['good', 'bad', null],
  ['good', null, null],
  ['bad', null, null],
];

const start = Date.UTC(2026, 4, 4, 8);

/** Ana labels in the app, twelve seconds an interaction; labels of Bo and Cy are imported. Lead sets gold answers. */
export function addTeam(database: Database): void {
  const ids = addInteractions(database, verdicts.length);
  ids.forEach((id, index) => {
    const [ana, ...others] = verdicts[index] ?? [];
    const answers = [['verdict', ana ?? null], ...(index < 8 ? [['rating', (index % 5) + 1]] : [])] as const;
    const actor = { annotator: 'Ana', device: 'device-a', now: start + index * 12_000 };
    for (const [question, value] of answers) {
      const set = setLabel(database, actor, { interactionId: id, question: String(question), value });
      if (!set.ok) throw new Error(set.error.message);
    }
    for (const [place, value] of others.entries()) {
      const rater = ['Bo', 'Cy'][place] ?? '';
      if (value !== null) addImportedLabel(database, id, rater, 'verdict', value);
      if (value !== null && index < 8)
        addImportedLabel(database, id, rater, 'rating', ((index + place) % 5) + 1);
    }
    for (const [annotator, end] of [
      ['Ana', 6],
      ['Lead', index === 0 ? 6 : 4],
    ] as const) {
      if (index > 1) continue;
      const value = { failureMode: 'Tone', severity: null, note: null };
      const place = { interactionId: id, start: 0, end, added: null };
      const set = setSpanLabel(database, { ...actor, annotator }, { ...place, value });
      if (!set.ok) throw new Error(set.error.message);
    }
    if (index > 3 && index < 8) {
      const set = setGoldAnswer(
        database,
        { ...actor, annotator: 'Lead' },
        { interactionId: id, question: 'verdict', value: 'bad' },
      );
      if (!set.ok) throw new Error(set.error.message);
    }
  });
}
