import type { Command } from 'commander';
import { type Answer, type CommandContext, runCommand } from './command.ts';

/** A command of the program; all of them answer in JSON where they are asked to. */
export function command(program: Command, usage: string, description: string): Command {
  return program
    .command(usage)
    .description(description)
    .option('--json', 'print JSON')
    .copyInheritedSettings(program);
}

/**
 * An action as commander calls it: positionals, then options, then the command. `P` and `O` state what the
 * command's usage and options parse to; commander itself knows them only as text. `given` are the options that
 * stand on the command line.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- callers state what commander cannot
export function run<P extends readonly unknown[], O = object>(
  action: (
    context: CommandContext,
    positionals: P,
    options: O,
    given: ReadonlySet<string>,
  ) => Promise<Answer>,
): (...all: unknown[]) => Promise<void> {
  return async (...all) => {
    // oxlint-disable typescript/no-unsafe-type-assertion -- commander has checked and parsed them as declared
    const options = all.at(-2) as O & { readonly json?: boolean };
    const positionals = all.slice(0, -2) as unknown as P;
    const invoked = all.at(-1) as Command;
    // oxlint-enable typescript/no-unsafe-type-assertion
    const given = Object.keys(options).filter((name) => invoked.getOptionValueSource(name) === 'cli');
    await runCommand(options, (context) => action(context, positionals, options, new Set(given)));
  };
}
