import { writeFileSync } from 'node:fs';

/** Writes JSONL with `count` made-up interactions, a few hundred bytes each. */
export function writeRowsFile(path: string, count: number): void {
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    lines.push(
      JSON.stringify({
        id: `row-${i}`,
        session: `session-${i % 50}`,
        input: `How do I change order ${i}? ${'Please answer soon. '.repeat(4)}`,
        output: `You can change order ${i} in your account. ${'It takes a minute. '.repeat(4)}`,
        edit:
          i % 2 === 0 ? `You can change order ${i} under "Orders". ${'It takes a minute. '.repeat(4)}` : null,
      }),
    );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}
