import type { Command } from '../../app/key-map.ts';

export interface VelocityActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly back: () => void;
  readonly filters: () => void;
  readonly by: () => void;
  readonly compare: () => void;
  readonly digest: () => void;
  readonly saveMarkdown: () => void;
  readonly saveHtml: () => void;
  readonly print: () => void;
  readonly refresh: () => void;
  readonly hasReport: boolean;
  readonly isInside: boolean;
}

/** The keys of the velocity screen that hold for all of it. */
export function velocityCommands(actions: VelocityActions): Command[] {
  const { hasReport, isInside } = actions;
  return [
    on('next', 'Next metric', ['j'], actions.next, hasReport),
    on('previous', 'Previous metric', ['k'], actions.previous, hasReport),
    on('back', 'Back to all metrics', ['Escape'], actions.back, isInside),
    on('filters', 'Choose the time and what is counted', ['f'], actions.filters, hasReport),
    on(
      'by',
      'Break down by the next: prompt version, model, surface, segment, user',
      ['b'],
      actions.by,
      hasReport,
    ),
    on(
      'compare',
      'Compare two prompt versions, models, surfaces or segments',
      ['c'],
      actions.compare,
      hasReport,
    ),
    on('digest', 'Show the digest of the latest week', ['d'], actions.digest, hasReport),
    on('markdown', 'Save the digest as Markdown', ['m'], actions.saveMarkdown, hasReport),
    on('html', 'Save the digest as HTML', ['h'], actions.saveHtml, hasReport),
    on('print', 'Print what is shown', ['p'], actions.print, hasReport),
    on('refresh', 'Count again', ['r'], actions.refresh),
  ];
}

export interface MetricActions {
  readonly chart: () => void;
  readonly table: () => void;
  readonly target: () => void;
  readonly mix: () => void;
  readonly saveSvg: () => void;
  readonly savePng: () => void;
  readonly hasMix: boolean;
  readonly canWrite: boolean;
}

/** The keys of one metric. */
export function metricCommands(actions: MetricActions): Command[] {
  return [
    on('chart', 'Go to the points of the chart', ['x'], actions.chart),
    on('table', 'Show or hide the table of the chart', ['t'], actions.table),
    on('target', 'Set a target', ['w'], actions.target, actions.canWrite),
    on('mix', 'Break down by what the mix warns of', ['s'], actions.mix, actions.hasMix),
    on('svg', 'Save the chart as SVG', ['v'], actions.saveSvg),
    on('png', 'Save the chart as PNG', ['n'], actions.savePng),
  ];
}

/** The keys of the comparison. */
export function compareCommands(actions: {
  readonly swap: () => void;
  readonly hasBoth: boolean;
}): Command[] {
  return [on('swap', 'Swap what is compared', ['y'], actions.swap, actions.hasBoth)];
}

function on(id: string, name: string, keys: readonly string[], run: () => void, enabled = true): Command {
  return { id: `velocity.${id}`, name, keys, group: 'Velocity', run, enabled };
}
