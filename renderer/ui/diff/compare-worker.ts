import { type CompareRequest, comparePair } from './compare-pair.ts';

addEventListener('message', ({ data }: MessageEvent<CompareRequest>) =>
  comparePair(data, (answer) => postMessage(answer)),
);
