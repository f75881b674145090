/** In one line, with every sign escaped that Markdown could read as more than text; also addresses do not become links. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>~|&#!$@]|:(?=\/\/)|(?<=www)\./giu, String.raw`\$&`)
    .replace(/^(\s*)([-+=](?=[\s=]|$)|\d+(?=[.)](?:\s|$)))/u, escapeStart);
}

/** What begins a list or underlines a heading where a line begins. */
function escapeStart(_all: string, blank: string, sign: string): string {
  return /\d/u.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`;
}
