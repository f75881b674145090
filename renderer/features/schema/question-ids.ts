/**
 * An id made from a name: `Wrong tone` becomes `wrong_tone`, and `wrong_tone_2` where that is taken. What holds no
 * Latin letter gets the fallback's.
 */
export function idFor(name: string, taken: ReadonlySet<string>, fallback: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, maxLength);
  const base = slug === '' || slug === 'constructor' ? fallback : slug;
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}_${number}`)) return `${base}_${number}`;
}

const maxLength = 40;
