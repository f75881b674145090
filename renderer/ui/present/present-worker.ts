import { type PresentRequest, presentText } from './present-text.ts';

addEventListener('message', ({ data }: MessageEvent<PresentRequest>) => postMessage(presentText(data)));
