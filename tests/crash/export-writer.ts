import { createDirectClient } from '../../main/engine/direct-client.ts';
import { createEngine } from '../../main/engine/create-engine.ts';
import { testEngineOptions } from '../support/engine-options.ts';

/** Exports everything and prints the rows done with each report. Arguments: data folder, project, file. */
const [dataFolder = '', path = '', file = ''] = process.argv.slice(2);
const client = createDirectClient(createEngine(testEngineOptions(dataFolder, 'cli')).router);
await client.project.open({ path });
const { jobId } = await client.exports.start({
  path: file,
  recipe: {
    format: 'openai-chat',
    filter: [],
    validation: 0.2,
    seed: 1,
    target: 'edit-or-output',
    groupBy: 'interaction',
  },
  overwrite: true,
});
for await (const job of await client.jobs.watch({ id: jobId })) {
  process.stdout.write(`rows ${job.rows} ${job.state} ${job.error?.message ?? ''}\n`);
}
process.exit();
