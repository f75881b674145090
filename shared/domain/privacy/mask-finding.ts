import type { FindingKind } from './finding.ts';

/** A finding as it may be shown: enough to recognise what kind of thing it is, never the whole of it. */
export function maskFinding({ kind, text }: { readonly kind: FindingKind; readonly text: string }): string {
  if (kind === 'email') return maskEmail(text);
  if (kind === 'name') return text.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => keep(word, 1));
  if (kind === 'phone' || kind === 'payment_card' || kind === 'iban')
    return `${keep(text, 2)}${text.slice(-2)}`;
  return keep(text, 4);
}

function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  const labels = text.slice(at + 1).split('.');
  return `${keep(text.slice(0, at), 2)}@${keep(labels[0] ?? '', 2)}.${labels.at(-1) ?? ''}`;
}

/** The first characters, at most a third of all. */
function keep(text: string, count: number): string {
  const characters = Array.from(text.slice(0, count * 6));
  return `${characters.slice(0, Math.min(count, Math.floor(characters.length / 3))).join('')}…`;
}
