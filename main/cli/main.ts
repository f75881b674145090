import { createProgram } from './program.ts';

// Whoever started this program ended, perhaps killed: a command without an owner must not go on.
if (process.connected) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}

await createProgram().parseAsync(process.argv);

if (process.connected) process.disconnect();
