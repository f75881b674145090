import { createORPCClient } from '@orpc/client';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Client } from '../../../shared/contract/contract.ts';
import { createQueries, createQueryClient, EngineContext } from '../../api/query-utils.ts';

/** What the engine answers to an operation such as `imports.preview`, by its input. May throw. */
export type Answers = Readonly<Record<string, (input: unknown) => unknown>>;

/** An engine for tests of the import screens, as a wrapper: it answers what the test says, and nothing else. */
export function testEngine(answers: Answers) {
  const client: Client = createORPCClient({
    call: async (path, input) => {
      const answer = answers[path.join('.')];
      if (answer === undefined) throw new Error(`The test answers nothing to ${path.join('.')}.`);
      return answer(input);
    },
  });
  const access = { client, queries: createQueries(client) };
  const queryClient = createQueryClient();
  return function TestEngine({ children }: { readonly children: ReactNode }) {
    return (
      <EngineContext value={access}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </EngineContext>
    );
  };
}
