import { createDirectClient } from '../../main/engine/direct-client.ts';
import { createEngine } from '../../main/engine/create-engine.ts';
import { testEngineOptions } from '../support/engine-options.ts';

/** Imports a file and prints the rows done with each report. Arguments: data folder, project, file, whether to go on with one cut off. */
const [dataFolder = '', path = '', file = '', resume = 'false'] = process.argv.slice(2);
const client = createDirectClient(createEngine(testEngineOptions(dataFolder, 'cli')).router);
await client.project.open({ path });
const { jobId } = await client.imports.start({ path: file, resume: resume === 'true' });
for await (const job of await client.jobs.watch({ id: jobId })) {
  process.stdout.write(`rows ${job.rows} ${job.state} ${job.error?.message ?? ''}\n`);
}
