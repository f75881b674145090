import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useCommands } from '../../../app/key-map.ts';
import { toggleSection } from '../../../state/export-draft.ts';
import { commandFor } from '../export-command.ts';
import type { SectionId } from './recipe-part.ts';

/** The keys that go through the parts of the form and to what stands beside it. */
export function useFormCommands(
  formatField: RefObject<HTMLInputElement | null>,
  conditionsField: RefObject<HTMLInputElement | null>,
): void {
  useCommands('export.form', [
    commandFor('export.format', () => openAndFocus('format', formatField)),
    commandFor('export.search', () => openAndFocus('interactions', conditionsField)),
    commandFor('export.next-section', () => stepSection(1)),
    commandFor('export.previous-section', () => stepSection(-1)),
    commandFor('export.funnel', () => focusOn('[data-funnel]')),
    commandFor('export.reports', () => focusOn('[data-reports]')),
  ]);
}

function openAndFocus(id: SectionId, field: RefObject<HTMLInputElement | null>): void {
  // What is typed next belongs into the field already.
  flushSync(() => toggleSection(id, true));
  field.current?.focus();
}

/** To the part after or before the one that has the focus. */
function stepSection(step: number): void {
  const triggers = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const { activeElement } = document;
  const before = triggers.findLastIndex(
    (trigger) =>
      activeElement !== null &&
      (trigger === activeElement ||
        (trigger.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0),
  );
  triggers[Math.max(0, Math.min(triggers.length - 1, before + step))]?.focus();
}

function focusOn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}
