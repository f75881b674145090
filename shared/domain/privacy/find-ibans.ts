import type { Finder, Span } from './finding.ts';
import { matchSpans } from './match-spans.ts';

/** IBANs: the length of their country and the check digits (ISO 13616), in groups or without. */
export const ibanFinder: Finder = {
  kind: 'iban',
  find: (text) => matchSpans(text, ibanStart, (match, at) => ibanSpan(text, match, at)),
};

const ibanStart = /(?<![\p{L}\p{N}_])[A-Za-z]{2}\d{2}(?=[ \u00A0-]?[A-Za-z\d])/gu;

function ibanSpan(text: string, match: string, at: number): Span | null {
  const length = lengths.get(match.slice(0, 2).toUpperCase());
  if (length === undefined) return null;
  let iban = '';
  let end = at;
  while (iban.length < length) {
    if (iban !== '' && /[ \u00a0-]/u.test(text[end] ?? '')) end++;
    const unit = text[end] ?? '';
    if (!/^[A-Za-z\d]$/u.test(unit)) return null;
    iban += unit.toUpperCase();
    end++;
  }
  if (/^[\p{L}\p{N}_]/u.test(text.slice(end, end + 2))) return null;
  return remainder(iban.slice(4) + iban.slice(0, 4)) === 1 ? { start: at, end } : null;
}

function remainder(iban: string): number {
  let rest = 0;
  for (const unit of iban) {
    const value = Number.parseInt(unit, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

const lengths: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
