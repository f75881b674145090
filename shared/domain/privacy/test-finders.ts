import { findPersonalData } from './find-personal-data.ts';
import type { Finder } from './finding.ts';

/** What a finder finds alone, for tests. */
export function foundBy(finder: Finder, text: string): readonly string[] {
  return findPersonalData(text, [finder]).map((finding) => finding.text);
}

/** What looks like much and is nothing personal. */
export const harmless: readonly string[] = [
  'Order 20240115123456 shipped on 2024-01-15 at 10:30:45.123Z',
  'order no. 4006381333931 and 302-1234567-1234567',
  'Invoice 2024-000123, due 31.12.2024, 01/02/2024 and 01-02-2024 10:30',
  '05 06 2024 1200, 2024/01/15 10:30, 2024-01-15 2024-02-15',
  'version 1.2.3, v10.0.19045.3803, version 1.2.3.4, Chrome/120.0.0.0 Safari/537.36, section 4.3.2.1',
  '550e8400-e29b-41d4-a716-446655440000 01234567-0123-0123-0123-012345678901',
  '12345678-1234-1234-1234-123456789012',
  'd41d8cd98f00b204e9800998ecf8427e 0123456789abcdef0123456789abcdef01234567 sha256:4111111111111111aa',
  '1705312345678 1705312345678901 1705312345678901234 0.4111111111111111 $4111111111111111.50',
  '1,234,567,890.12 + 12 345 678 = 3.14159265358979; growth of +20 000 000 users, +2000000000',
  'https://example.com/item/0301234567/212-555-0123?id=4111111111111112',
  'std::vector<a::b> dead::beef abc::def 00:1A:2B:3C:4D:5E 10:30:45 a::1 ::1 127.0.0.1 255.255.255.0 0.0.0.0',
  '1.2.3 1.2.3.4.5 256.1.1.1 01.02.03.04 999.999.999.999',
  'icon@2x.png react@18.2.0 @types/node user@localhost a@b git@github.com:org/repo.git x@y..z @@',
  'sk-folding-cube-animation-with-shadow task-sk-1 skate AKIA ghp_short xoxo-hugs hf_ bearer of bad news today',
  'Bearer instruments-of-the-company eyJhbGci.eyJ -----BEGIN CERTIFICATE-----',
  'ISBN 978-3-16-148410-0, SSN shape 123-45-6789, ZIP 12345-6789, 90210 94105',
  'phone model 15 of 2024, telephone since 2024-01-15, mobile 2024.01.15, IPhone 12 1234',
  'GB12 and DE89 cost, AB12CD34EF56, DE00 3704 0044 0532 0130 00',
  '4111 1111 1111 1112, 4111-1111-1111-111, 1234 5678 9012 3456',
  'rows 100 200 300 400 500, 12 34 56 78 90 12, 1 2 3 4 5 6 7 8 9 10 11 12',
];
