import type { PrivacyOptions } from '../../../../shared/domain/export/recipe-parts.ts';
import type { FindingKind } from '../../../../shared/domain/privacy/finding.ts';

/** What was said of the findings of each kind, in their order: true is right. */
export type Verdicts = Readonly<Partial<Record<FindingKind, readonly boolean[]>>>;

export type Confirmed = NonNullable<PrivacyOptions['confirmed']>;

export function addVerdict(verdicts: Verdicts, kind: FindingKind, isRight: boolean): Verdicts {
  return { ...verdicts, [kind]: [...(verdicts[kind] ?? []), isRight] };
}

export function takeBack(verdicts: Verdicts, kind: FindingKind): Verdicts {
  return { ...verdicts, [kind]: verdicts[kind]?.slice(0, -1) ?? [] };
}

export function countsOf(said: readonly boolean[]): { readonly right: number; readonly wrong: number } {
  const right = said.filter(Boolean).length;
  return { right, wrong: said.length - right };
}

/** What the recipe says from now on; null where nothing was said. Kinds that nobody looked at stay as they are. */
export function confirmedWith(before: Confirmed | undefined, verdicts: Verdicts): Confirmed | null {
  const said = Object.entries(verdicts).filter(([, list]) => list.length > 0);
  if (said.length === 0) return null;
  return { ...before, ...Object.fromEntries(said.map(([kind, list]) => [kind, countsOf(list)])) };
}
