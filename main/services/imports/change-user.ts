import { type ChangeUser, keepUser } from './prepare-row.ts';
import { createPseudonymiser } from './pseudonyms.ts';

/** Users get pseudonyms by a key (base64url), and keep their ids where there is none. */
export function changeUserBy(pseudonymKey: string | undefined): ChangeUser {
  return pseudonymKey === undefined ? keepUser : createPseudonymiser(Buffer.from(pseudonymKey, 'base64url'));
}
