import type { Language } from './topics/topic.ts';

/** The sample's clock: milliseconds of local time, which is UTC+2 for the whole period. */
export const offsetMinutes = 120;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Monday, the first day of the period. */
export const firstDay = Date.UTC(2026, 5, 1);
export const weeks = 12;
export const endOfPeriod = firstDay + weeks * 7 * day;

/** Local time as ISO 8601 with its offset. */
export function isoWithOffset(local: number): string {
  return `${new Date(local).toISOString().slice(0, 19)}+02:00`;
}

export function isWorkday(local: number): boolean {
  const weekday = new Date(local).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The same time of day on the next working day that is at least `days` later. */
export function workdaysLater(local: number, days: number): number {
  let at = local + days * day;
  while (!isWorkday(at)) at += day;
  return at;
}

const monthNames: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
};

/** A day as people write it in a mail. */
export function dayInWords(local: number, language: Language): string {
  const date = new Date(local);
  const month = monthNames[language][date.getUTCMonth()] ?? '';
  const number = date.getUTCDate();
  if (language === 'de') return `${number}. ${month}`;
  return language === 'fr' && number === 1 ? `1er ${month}` : `${number} ${month}`;
}

/** An amount of euros as people write it in a mail. */
export function euros(cents: number, language: Language): string {
  const number = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  if (language === 'en') return `€${number}`;
  const withComma = number.replace('.', ',');
  return language === 'nl' ? `€ ${withComma}` : `${withComma} €`;
}
