/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", OPODIS 2014): close to the wall clock, yet an
 * event that was made after seeing another one always sorts after it, whatever the machines' clocks say. Written
 * as text of fixed width, so that text order is clock order, in SQL as well.
 */
export interface HybridTime {
  /** UTC milliseconds; may run ahead of the wall clock that made it. */
  readonly ms: number;
  /** Orders events of the same millisecond, 0 .. 65535. */
  readonly counter: number;
  /** Breaks ties between devices, so that the order is total. */
  readonly device: string;
}

/**
 * The time of a new event.
 * @param seen the greatest time known here, of any device; null before the first event
 * @param now wall clock, UTC milliseconds
 */
export function nextTime(seen: HybridTime | null, now: number, device: string): HybridTime {
  if (!seen || now > seen.ms) return { ms: now, counter: 0, device };
  if (seen.counter < maxCounter) return { ms: seen.ms, counter: seen.counter + 1, device };
  return { ms: seen.ms + 1, counter: 0, device };
}

/** `<48 bits of ms>-<16 bits of counter>-<device>`, in hexadecimal. */
export function formatTime(time: HybridTime): string {
  const ms = time.ms.toString(16).padStart(12, '0');
  const counter = time.counter.toString(16).padStart(4, '0');
  return `${ms}-${counter}-${time.device}`;
}

/** Reads {@link formatTime}'s text. Throws where it is none: only this app writes it. */
export function parseTime(text: string): HybridTime {
  const match = /^([0-9a-f]{12})-([0-9a-f]{4})-(.+)$/s.exec(text);
  if (!match) throw new Error(`Not a hybrid time: ${text}`);
  const [, ms = '', counter = '', device = ''] = match;
  return { ms: Number.parseInt(ms, 16), counter: Number.parseInt(counter, 16), device };
}

const maxCounter = 0xffff;
