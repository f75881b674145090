import {
  planSignalName,
  type PlanField,
  type PlanSignal,
  surfaceName,
} from '../../../shared/domain/plan/plan-signal.ts';
import { planStatusNames } from '../../../shared/domain/plan/plan-words.ts';
import { documentText } from '../documents/document-text.ts';
import type { Outline, OutlineEntry } from '../documents/outline.ts';

/** The plan as a text to keep, a section for each surface. */
export function planDocument(project: string, plan: readonly PlanSignal[], format: 'md' | 'html'): string {
  return documentText(outline(project, plan), format);
}

function outline(project: string, plan: readonly PlanSignal[]): Outline {
  const surfaces = [...Map.groupBy(plan, ({ surface }) => surface)];
  return {
    title: `Instrumentation plan of ${project}`,
    facts: [
      ['Signals', String(plan.length)],
      ['Verified', String(plan.filter(({ status }) => status === 'verified').length)],
      ['Surfaces', surfaces.map(([surface]) => surfaceName(surface)).join(', ')],
    ],
    notes:
      plan.length === 0
        ? ['Nothing is planned yet. Begin with edit capture: the text that people used in the end.']
        : ['Each event is one JSON object, with its name in the field event.'],
    sections: surfaces.map(([surface, signals]) => ({
      title: surfaceName(surface),
      text: `${signals.length} ${signals.length === 1 ? 'signal' : 'signals'}.`,
      entries: signals.map(entry),
      tables: signals.map(({ event, fields }) => ({
        head: [`Fields of ${event}`, 'Type', 'Required', 'Example', 'Description'],
        rows: fields.map(fieldRow),
      })),
    })),
  };
}

function entry({ signal, event, status, owner, why, privacy, note }: PlanSignal): OutlineEntry {
  const facts: [string, string][] = [
    ['Event', event],
    ['Status', planStatusNames[status]],
    ['Owner', owner === '' ? 'Nobody yet' : owner],
    ['Why', why],
    ['Privacy', privacy],
    ['Note', note],
  ];
  return { name: planSignalName(signal), facts: facts.filter(([, value]) => value !== ''), changes: [] };
}

function fieldRow({ name, type, required, example, description }: PlanField): string[] {
  return [name, type, required ? 'yes' : 'no', example, description];
}
