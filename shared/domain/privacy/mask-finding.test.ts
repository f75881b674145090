import { describe, expect, it } from 'vitest';
import { maskFinding } from './mask-finding.ts';

describe('maskFinding', () => {
  it.each([
    ['email', 'johanna@example.com', 'jo…@ex….com'],
    ['email', 'a@b.co', '…@….co'],
    ['phone', '+49 30 1234567', '+4…67'],
    ['payment_card', '4111111111111111', '41…11'],
    ['iban', 'DE89370400440532013000', 'DE…00'],
    ['secret', 'sk-abcdefghijklmnop1234', 'sk-a…'],
    ['ip_address', '10.0.0.1', '10…'],
    ['name', 'Anna Meyer', 'A… M…'],
    ['name', 'Jo', '…'],
    ['name', '李明', '…'],
  ] as const)('%s %s', (kind, text, masked) => {
    expect(maskFinding({ kind, text })).toBe(masked);
  });
});
