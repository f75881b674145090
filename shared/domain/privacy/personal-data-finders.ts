import { emailFinder } from './find-emails.ts';
import { ibanFinder } from './find-ibans.ts';
import { ipAddressFinder } from './find-ip-addresses.ts';
import { nameFinder } from './find-names.ts';
import { paymentCardFinder } from './find-payment-cards.ts';
import { phoneFinder } from './find-phones.ts';
import { secretFinder } from './find-secrets.ts';
import type { Finder } from './finding.ts';

/** Every finder, the most specific first, and one for the names that the person listed. */
export function personalDataFinders(names: readonly string[] = []): readonly Finder[] {
  const finders = [secretFinder, ibanFinder, paymentCardFinder, emailFinder, ipAddressFinder, phoneFinder];
  return names.length === 0 ? finders : [...finders, nameFinder(names)];
}
