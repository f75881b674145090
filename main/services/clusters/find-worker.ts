import { sendPages } from '../imports/pages-in-thread.ts';
import { foundPages } from './found-pages.ts';

await sendPages(foundPages);
