import { createMondayInZone, weekName } from '../../../shared/domain/time/iso-week.ts';
import type { Database } from '../../db/database.ts';
import { valuesOf } from '../../db/query.ts';
import { readProject } from '../../db/tables/project.ts';
import { ensureCell, type InteractionToMeasure } from '../../db/tables/signal-values.ts';

/** Values of surface and segment beyond these are one: a field with a value per row is none to break figures down by. */
const mostValues = 100;
const otherValue = '(other)';
const longest = 100;

/**
 * Finds the cell of an interaction; call it inside a transaction. It remembers cells: a transaction that fails ends the run,
 * so the memory never outlives what it stands for.
 */
export function createCellOf(database: Database): (interaction: InteractionToMeasure) => number {
  const mondayOf = createMondayInZone(readProject(database).timeZone);
  const surfaces = valueLimit(database, 'surface');
  const segments = valueLimit(database, 'segment');
  const seqs = new Map<string, number>();
  return ({ createdAt, surface, segment, model, promptVersionSeq }) => {
    const key = {
      week: createdAt === null ? '' : weekName(mondayOf(createdAt)),
      surface: surfaces(surface),
      model: model ?? '',
      promptVersionSeq: promptVersionSeq ?? 0,
      segment: segments(segment),
    };
    const text = JSON.stringify(key);
    const known = seqs.get(text);
    if (known !== undefined) return known;
    const seq = ensureCell(database, key);
    seqs.set(text, seq);
    return seq;
  };
}

function valueLimit(
  database: Database,
  column: 'surface' | 'segment',
): (value: string | number | null) => string {
  const known = new Set(
    valuesOf<string>(database, `SELECT DISTINCT ${column} FROM signal_cells WHERE interactions > 0`).all(),
  );
  return (value) => {
    if (value === null) return '';
    const text = String(value).slice(0, longest);
    if (known.has(text)) return text;
    if (known.size >= mostValues) return otherValue;
    known.add(text);
    return text;
  };
}
