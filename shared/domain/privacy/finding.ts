/** What a piece of personal or secret data is. The order is from the most to the least specific. */
export const findingKinds = [
  'secret',
  'iban',
  'payment_card',
  'email',
  'ip_address',
  'phone',
  'name',
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** How screens name what was found. */
export const findingKindNames: Readonly<Record<FindingKind, string>> = {
  secret: 'Keys and tokens',
  iban: 'IBAN',
  payment_card: 'Payment cards',
  email: 'E-mail addresses',
  ip_address: 'IP addresses',
  phone: 'Phone numbers',
  name: 'Names of a list',
};

/** A piece of a text in UTF-16 units; `end` is the unit after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Finding extends Span {
  readonly kind: FindingKind;
  readonly text: string;
}

/** Finds one kind of data in time linear in the text, whatever the text. Spans come in any order and may overlap. */
export interface Finder {
  readonly kind: FindingKind;
  find(text: string): readonly Span[];
}
