import { Check, Highlighter, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FailureMode } from '../../../../shared/contract/review-operations.ts';
import type { Question } from '../../../../shared/domain/schema/label-schema.ts';
import { valueText } from '../../../ui/questions/value-text.ts';
import { signalName, signalText, signalTitle } from './signal-text.ts';
import type { Happening } from './timeline-entries.ts';

/** What happened, as the timeline shows it. */
export interface Told {
  /** A shape of its own for each kind. */
  readonly mark: ReactNode;
  readonly kind: string;
  readonly text: string;
  readonly title?: string;
}

export interface Names {
  readonly questions: readonly Question[];
  readonly failureModes: readonly FailureMode[];
}

export const noNames: Names = { questions: [], failureModes: [] };

const signalMarks = { explicit: '◆', implicit: '■', outcome: '▲' } as const;

export function tellHappening(happening: Happening, { questions, failureModes }: Names): Told {
  switch (happening.kind) {
    case 'interaction':
      return { mark: '●', kind: 'interaction', text: 'Output written' };
    case 'edit': {
      const { annotator, origin } = happening.edit;
      return {
        mark: <PencilLine />,
        kind: 'edit',
        text: annotator ?? (origin === 'import' ? 'From the import' : 'Made here'),
      };
    }
    case 'labels': {
      const answers = happening.labels.map(({ question: id, value }) => {
        const question = questions.find((candidate) => candidate.id === id);
        return `${question?.name ?? id}: ${valueText(value, question, failureModes)}`;
      });
      return { mark: <Check />, kind: 'label', text: `${answers.join(', ')} (${happening.annotator})` };
    }
    case 'span': {
      const { annotator, failureModeName, category, severity, quote, note } = happening.span;
      const judged = [failureModeName ?? category, severity, note].filter(
        (part) => part !== null && part !== '',
      );
      const on = quote === '' ? '' : ` on “${quote.slice(0, 40)}”`;
      return { mark: <Highlighter />, kind: 'label', text: `${judged.join(', ')}${on} (${annotator})` };
    }
    case 'signal': {
      const { signal } = happening;
      const origin = signal.origin === null ? '' : ` (${signal.origin})`;
      return {
        mark: signalMarks[signal.kind],
        kind: signal.kind,
        text: `${signalName(signal)}: ${signalText(signal)}${origin}`,
        title: signalTitle(signal),
      };
    }
  }
}
