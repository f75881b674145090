import type { ZodType } from 'zod';
import type { ModelService } from '../../../../shared/contract/model-settings.ts';
import { fail, type Result, succeed } from '../../../../shared/result/result.ts';

/** One answer takes this long at most. */
const timeLimitMs = 60_000;

/**
 * One question to a model's service, in JSON. The only place of the app that reaches the network on behalf of a project, and
 * only to the address that the user gave and turned on: redirects are not followed. A key, where the service wants one, is
 * read from the environment variable FLYWHEEL_MODEL_KEY and stored nowhere. MODEL_UNUSABLE, JOB_CANCELLED.
 */
export async function askService<T>(
  service: ModelService,
  path: 'embeddings' | 'chat/completions',
  question: object,
  schema: ZodType<T>,
  signal: AbortSignal,
): Promise<Result<T>> {
  const address = addressOf(service.url, path);
  if (!service.isOn || address === null)
    return fail(
      'MODEL_UNUSABLE',
      `${service.url} is no address. Give one such as http://localhost:11434/v1.`,
    );
  const key = process.env['FLYWHEEL_MODEL_KEY'];
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(question),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]),
    });
    const text = await response.text();
    if (!response.ok)
      return fail(
        'MODEL_UNUSABLE',
        `${service.url} answered ${response.status}: ${text.slice(0, 200)}. Check the address and the model's name.`,
      );
    const { success, data } = schema.safeParse(JSON.parse(text));
    return success
      ? succeed(data)
      : fail('MODEL_UNUSABLE', `${service.url} does not answer as an OpenAI-compatible service does.`);
  } catch (error) {
    if (signal.aborted) return fail('JOB_CANCELLED', 'Stopped before the model answered.');
    const reason = error instanceof Error ? error.message : String(error);
    return fail('MODEL_UNUSABLE', `${service.url} does not answer (${reason}). Check that it runs.`);
  }
}

function addressOf(url: string, path: string): URL | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || (address.protocol !== 'http:' && address.protocol !== 'https:')) return null;
  address.pathname = `${address.pathname.replace(/\/+$/u, '')}/${path}`;
  return address;
}
