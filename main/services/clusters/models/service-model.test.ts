import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { useTempFolder } from '../../../../tests/support/temp-folder.ts';
import { updateSettings } from '../../app/settings.ts';
import { openVectorModel } from './open-vector-model.ts';
import { openServiceModel } from './service-model.ts';

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Answer = (question: { input: string[]; model: string }, response: ServerResponse) => void;

/** A service as a local Ollama is one; gives its address and what it was asked. */
async function serve(answer: Answer) {
  const asked: { path: string; model: string; input: string[] }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const question = JSON.parse(body) as { input: string[]; model: string };
      asked.push({ path: request.url ?? '', ...question });
      answer(question, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1/`, asked };
}

/** The number of letters and of words of each text, in another order than asked. */
const counting: Answer = ({ input }, response) => {
  const data = input.map((text, index) => ({ index, embedding: [text.length, text.split(' ').length] }));
  response.end(JSON.stringify({ data: data.toReversed() }));
};

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}

const change = {
  removed: 'in order to',
  added: '',
  before: '',
  after: '',
  comments: [],
  isWhole: false,
  position: 0,
};

describe('an embedding service', () => {
  it('is not asked unless it is on', async () => {
    const { url, asked } = await serve(counting);
    const folder = useTempFolder();
    updateSettings(folder, { models: { folder: null, service: { isOn: false, url, model: 'm' } } });
    expect(await openVectorModel('service', folder)).toMatchObject({ error: { code: 'MODEL_UNUSABLE' } });
    expect(asked).toEqual([]);
  });

  it('gives one vector of both sides of each change, in their order', async () => {
    const { url, asked } = await serve(counting);
    const model = await openServiceModel('service', { isOn: true, url, model: 'nomic-embed-text' });
    if (!model.ok) throw new Error(model.error.message);
    const vectors = await model.value.vectorsOf(
      [change, { ...change, removed: 'a b', added: 'abc' }],
      new AbortController().signal,
    );
    // 11 letters in 3 words, then the dot that stands for an empty text; 3 in 2, then 3 in 1.
    expect(vectors.ok && vectors.value.map(({ weights }) => [...weights].map(rounded))).toEqual([
      [0.96, 0.26, 0.71, 0.71],
      [0.83, 0.55, 0.95, 0.32],
    ]);
    expect(asked.map(({ path, model: name }) => `${path} ${name}`)).toEqual([
      '/v1/embeddings nomic-embed-text',
      '/v1/embeddings nomic-embed-text',
    ]);
  });

  it.each([
    ['an error', (_, response) => response.writeHead(404).end('model not found')],
    ['something else', (_, response) => response.end('<html>')],
    ['too few vectors', (_, response) => response.end('{"data":[]}')],
  ] satisfies [string, Answer][])('says so where it answers %s', async (_, answer) => {
    const { url } = await serve(answer);
    expect(await openServiceModel('service', { isOn: true, url, model: 'm' })).toMatchObject({
      error: { code: 'MODEL_UNUSABLE' },
    });
  });

  it('is not followed to another address', async () => {
    const other = await serve(counting);
    const { url } = await serve((_, response) =>
      response.writeHead(307, { location: `${other.url}embeddings` }).end(),
    );
    expect(await openServiceModel('service', { isOn: true, url, model: 'm' })).toMatchObject({
      error: { code: 'MODEL_UNUSABLE' },
    });
    expect(other.asked).toEqual([]);
  });

  it.each(['', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'http://127.0.0.1:1/v1'])(
    'is not to be had at "%s"',
    async (url) => {
      expect(await openServiceModel('service', { isOn: true, url, model: 'm' })).toMatchObject({
        error: { code: 'MODEL_UNUSABLE' },
      });
    },
  );

  it('stops when it is cancelled', async () => {
    let questions = 0;
    const { url } = await serve((question, response) => {
      if (questions++ === 0) counting(question, response);
    });
    const model = await openServiceModel('service', { isOn: true, url, model: 'm' });
    if (!model.ok) throw new Error(model.error.message);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(await model.value.vectorsOf([change], controller.signal)).toMatchObject({
      error: { code: 'JOB_CANCELLED' },
    });
  });
});
