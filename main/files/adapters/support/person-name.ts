import { isJsonObject, type Json } from '../../../../shared/domain/json.ts';
import { textField } from './fields.ts';

/** Who somebody is, from a name, a number or an object that describes a person; undefined where it names nobody. */
export function personName(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (!isJsonObject(value)) return undefined;
  const parts = [textField(value, 'first_name'), textField(value, 'last_name')];
  const fullName = parts.filter((part) => part !== undefined).join(' ');
  const name = textField(value, 'email', 'username', 'name');
  return name ?? (fullName === '' ? textField(value, 'id') : fullName);
}

/** The origin of what a person said: `human:ana`, or `human` where nobody is named. */
export function humanOrigin(name: string | undefined): string {
  return name === undefined ? 'human' : `human:${name}`;
}
