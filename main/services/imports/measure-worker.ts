import { measuredPages } from './measured-pages.ts';
import { sendPages } from './pages-in-thread.ts';

await sendPages(measuredPages);
