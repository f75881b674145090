import { type CompareRequest, comparePair } from './compare-pair.ts';

addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => postMessage(comparePair(data)));
