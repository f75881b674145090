import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { field, openJson, textField } from '../support/fields.ts';

/** Joins the parts of runs that come in several rows: what `post` began, `patch` ends. */
export interface RunMerger {
  /** Takes a part and gives the runs that are whole now, and the oldest ones where too many wait for their rest. */
  readonly add: (part: JsonObject) => readonly JsonObject[];
  readonly end: () => readonly JsonObject[];
}

/** Characters of JSON that may wait. */
const defaultWaiting = 64 * 2 ** 20;

export function createRunMerger(maxWaiting: number = defaultWaiting): RunMerger {
  const waiting = new Map<string, { readonly run: JsonObject; readonly chars: number }>();
  let chars = 0;
  const take = (id: string): JsonObject => {
    const held = waiting.get(id);
    chars -= held?.chars ?? 0;
    waiting.delete(id);
    return held?.run ?? {};
  };
  return {
    add: (part) => {
      const id = runId(part);
      if (id === undefined) return [part];
      const run = mergeParts(take(id), part);
      if (isWhole(run)) return [run];
      const size = JSON.stringify(run).length;
      waiting.set(id, { run, chars: size });
      chars += size;
      const evicted: JsonObject[] = [];
      for (const oldest of waiting.keys()) {
        if (chars <= maxWaiting) break;
        evicted.push(take(oldest));
      }
      return evicted;
    },
    end: () => [...waiting.keys()].map(take),
  };
}

/** A part may leave its id out: the order text, `<time>Z<id>` from root to run, then tells it. */
export function runId(run: JsonObject): string | undefined {
  const id = textField(run, 'id', 'run_id');
  if (id !== undefined) return id;
  const last = textField(run, 'dotted_order')?.split('.').at(-1);
  return last === undefined ? undefined : /^\d{8}T\d+Z(.+)$/.exec(last)?.[1];
}

function isWhole(run: JsonObject): boolean {
  const isEnded = field(run, 'end_time') !== undefined || isFilled(openJson(run['outputs']));
  return field(run, 'run_type') !== undefined && field(run, 'start_time') !== undefined && isEnded;
}

/** What the later part says counts, where it says anything. */
function mergeParts(earlier: JsonObject, later: JsonObject): JsonObject {
  const entries = Object.entries(later).filter(
    ([name, value]) => isFilled(value) || !Object.hasOwn(earlier, name),
  );
  const merged = Object.fromEntries([...Object.entries(earlier), ...entries]);
  const [before, after] = [openJson(earlier['extra']), openJson(later['extra'])];
  if (!isJsonObject(before) || !isJsonObject(after)) return merged;
  const metadata = { ...asObject(before['metadata']), ...asObject(after['metadata']) };
  return { ...merged, extra: { ...before, ...after, metadata } };
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function isFilled(value: Json): boolean {
  if (value === null || value === '') return false;
  if (isJsonList(value)) return value.length > 0;
  return !isJsonObject(value) || Object.keys(value).length > 0;
}
