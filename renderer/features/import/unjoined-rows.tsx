import type { JoinCoverage } from '../../../shared/contract/join-coverage.ts';
import { Section } from '../../ui/page.tsx';
import { RejectRows } from './reject-rows.tsx';

/** The first rows of the file that did not find their interaction when the join was tried. */
export function UnjoinedRows({ coverage }: { readonly coverage: JoinCoverage | null }) {
  const examples = coverage?.examples ?? [];
  if (examples.length === 0) return null;
  return (
    <Section
      title="Rows that were not joined"
      hint="The first of them. They would go to the reject list, and can be tried again from there."
    >
      <RejectRows rejects={examples} />
    </Section>
  );
}
