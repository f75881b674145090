import type { LoopState } from '../../../shared/contract/audit-operations.ts';
import { loopNames, loopStateNames, needStateNames } from '../../../shared/domain/audit/audit-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './audit.module.css';

const tones = { ready: 'positive', weak: 'caution', blocked: 'negative' } as const;
const needTones = { met: 'positive', weak: 'caution', missing: 'negative' } as const;

/** What each of the four loops can do with the data as it is, and what it needs. */
export function LoopCards({ loops }: { readonly loops: readonly LoopState[] }) {
  return (
    <Section title="Loops" hint="What each of them can do with the data as it is.">
      <div className={styles['loops']}>
        {loops.map(({ loop, state, needs }) => (
          <section key={loop} className={styles['loop']} aria-label={loopNames[loop]}>
            <h3 className={styles['loopTitle']}>
              {loopNames[loop]} <Badge tone={tones[state]}>{loopStateNames[state]}</Badge>
            </h3>
            <ul className={styles['needs']}>
              {needs.map(({ name, have, state: need }) => (
                <li key={name}>
                  <span className={styles['need']}>
                    {name} <Badge tone={needTones[need]}>{needStateNames[need]}</Badge>
                  </span>
                  <span className={styles['detail']}>{have}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}
