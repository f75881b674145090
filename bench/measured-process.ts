import { exportOnce } from './export.ts';
import { importOnce } from './import.ts';

/** Entry of the process that `measureInProcess` starts: does one thing and reports its peak memory in MiB. */
const [work, first = '', second = ''] = process.argv.slice(2);
await (work === 'import' ? importOnce(first, second) : exportOnce(first, second));
process.send?.(Math.round(process.resourceUsage().maxRSS / 1024));
process.disconnect();
