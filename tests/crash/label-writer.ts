import { openProject } from '../../main/services/project/open-project.ts';
import { setLabel } from '../../main/services/review/set-label.ts';
import { writeEdit } from '../../main/services/review/write-edit.ts';

/**
 * Labels and edits in a loop until it is killed, and prints every act that was acknowledged, one line each.
 * Arguments: path of the project, number to start at.
 */
const [path = '', start = '0'] = process.argv.slice(2);
const opened = openProject(path, { readOnly: false });
if (!opened.ok) {
  console.log(`refused ${opened.error.code} ${opened.error.message}`);
  process.exit(1);
}
const { database } = opened.value;
const ids = database.prepare('SELECT id FROM interactions ORDER BY seq').pluck().all().map(String);
for (let i = Number(start); ; i++) {
  const actor = { annotator: 'anna', device: 'device-a', now: Date.now() };
  const interactionId = ids[i % ids.length] ?? '';
  const done =
    i % 5 === 4
      ? writeEdit(database, actor, { interactionId, text: `edit ${i} ${'long '.repeat(3000)}` })
      : setLabel(database, actor, { interactionId, question: 'note', value: `note ${i}` });
  if (!done.ok) throw new Error(done.error.message);
  process.stdout.write(`${i % 5 === 4 ? 'edit' : 'note'} ${interactionId} ${i}\n`);
}
