import { createProgram } from './program.ts';

// Whoever started this program ended, perhaps killed: a command without an owner must not go on.
const orphaned = (): void => {
  process.kill(process.pid, 'SIGTERM');
};
if (process.connected) {
  process.on('disconnect', orphaned);
  // Listening must not keep the program alive by itself.
  process.channel?.unref();
}

// A reader that has seen enough, such as `head`, closes its end of the pipe: what is left need not be written.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

await createProgram().parseAsync(process.argv);

process.off('disconnect', orphaned);
if (process.connected) process.disconnect();
