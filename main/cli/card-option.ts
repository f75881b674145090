import { type Card, cardSchema } from '../../shared/domain/export/recipe-parts.ts';
import { UsageError } from './failure.ts';

export const cardHelp = `of huggingface: what its card says, such as licence=mit; ${Object.keys(cardSchema.shape).join(', ')}; repeatable`;

/** A card from KEY=VALUE texts; without a title it has the name of the folder. */
export function readCard(texts: readonly string[], name: string): Card | undefined {
  if (texts.length === 0) return undefined;
  const entries = texts.map((text) => {
    const at = text.indexOf('=');
    return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)] as const;
  });
  const card = cardSchema.strict().safeParse({ title: name, ...Object.fromEntries(entries) });
  if (card.success) return card.data;
  const [issue] = card.error.issues;
  throw new UsageError({
    message: `--card cannot be meant: ${issue?.message ?? 'unknown key'}. Give ${Object.keys(cardSchema.shape).join(', ')} as key=value.`,
  });
}
