import type { SignalOverview } from '../../../../shared/contract/signal-operations.ts';

type Unit = SignalOverview['unit'];

export const unitNames: Readonly<Record<Unit, string>> = {
  yes_no: 'Yes or no',
  share: 'Share',
  ms: 'Time',
  number: 'Number',
};

export const directionNames: Readonly<Record<SignalOverview['direction'], string>> = {
  good: 'High is good',
  bad: 'High is bad',
  neutral: 'It depends',
};

export const kindNames: Readonly<Record<SignalOverview['kind'], string>> = {
  explicit: 'Explicit: what people say',
  implicit: 'Implicit: what people do',
  outcome: 'Outcomes: what happens after it',
};

/** What the values of a signal are like: `62 % yes (58 % to 66 %)` or `median 4.2 s (1.1 s to 9 s)`. */
export function typicalText({ yes, median, low, high, unit }: SignalOverview): string {
  if (yes !== null)
    return `${measureText('share', yes.share)} yes (${measureText('share', yes.low)} to ${measureText('share', yes.high)})`;
  if (median === null) return '–';
  const middle =
    low === null || high === null ? '' : ` (${measureText(unit, low)} to ${measureText(unit, high)})`;
  return `median ${measureText(unit, median)}${middle}`;
}

function measureText(unit: Unit, value: number): string {
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'ms') return timeText(value);
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

function timeText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${round(ms / 1000)} s`;
  if (ms < 7_200_000) return `${round(ms / 60_000)} min`;
  return ms < 172_800_000 ? `${round(ms / 3_600_000)} h` : `${round(ms / 86_400_000)} days`;
}

function round(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}
