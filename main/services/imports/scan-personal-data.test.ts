import { describe, expect, it } from 'vitest';
import { personalDataFinders } from '../../../shared/domain/privacy/personal-data-finders.ts';
import { createPersonalDataScan } from './scan-personal-data.ts';

describe('createPersonalDataScan', () => {
  it('counts findings and interactions by kind, with masked examples', () => {
    const scan = createPersonalDataScan(personalDataFinders());
    scan.add(['Write to johanna@example.com or anna@example.org', 'from 203.0.113.7']);
    scan.add(['Nothing here', '']);
    scan.add(['johanna@example.com again']);
    expect(JSON.parse(JSON.stringify(scan.report()))).toEqual({
      interactions: 3,
      affected: 2,
      kinds: [
        { kind: 'email', findings: 3, interactions: 2, examples: ['jo…@ex….com', 'a…@ex….org'] },
        { kind: 'ip_address', findings: 1, interactions: 1, examples: ['203…'] },
      ],
    });
  });

  it('keeps at most five examples of a kind, each once and none of them whole', () => {
    const scan = createPersonalDataScan(personalDataFinders());
    const addresses = Array.from({ length: 50 }, (_, at) => `${'abcdefghij'[at % 10]}user${at}@example.com`);
    for (const address of addresses) scan.add([address]);
    const [emails] = scan.report().kinds;
    expect(emails?.findings).toBe(50);
    expect(new Set(emails?.examples).size).toBe(5);
    for (const address of addresses) expect(JSON.stringify(scan.report())).not.toContain(address);
  });

  it('reports nothing of nothing', () => {
    expect(createPersonalDataScan([]).report()).toEqual({ interactions: 0, affected: 0, kinds: [] });
  });
});
