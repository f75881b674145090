/** A text in which `&amp;` and the like stand for a character; what stands for none is left as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/gi, (entity) => decoded(entity));
}

function decoded(entity: string): string {
  // A document that is never shown: nothing in it is loaded or run, and an entity holds no markup.
  return new DOMParser().parseFromString(entity, 'text/html').body.textContent;
}
