/** What cells tell apart. */
export const cellDimensions = ['prompt_version', 'model', 'surface', 'segment'] as const;
export type CellDimension = (typeof cellDimensions)[number];

export interface CellValues {
  readonly promptVersion: string;
  readonly model: string;
  readonly surface: string;
  readonly segment: string;
}

export function valueIn(dimension: CellDimension, cell: CellValues): string {
  return dimension === 'prompt_version' ? cell.promptVersion : cell[dimension];
}

/** In a sentence, of one value and of several. */
export const dimensionNames: Record<CellDimension | 'user', readonly [one: string, many: string]> = {
  prompt_version: ['prompt version', 'prompt versions'],
  model: ['model', 'models'],
  surface: ['surface', 'surfaces'],
  segment: ['segment', 'segments'],
  user: ['user', 'users'],
};
