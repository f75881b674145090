import type { ComponentType, RefObject } from 'react';
import { toggleSection, useExportDraft } from '../../../state/export-draft.ts';
import { AnswersSection } from './answers-section.tsx';
import { CardSection } from './card-section.tsx';
import { DuplicatesSection } from './duplicates-section.tsx';
import { FormSection } from './form-section.tsx';
import { FormatSection } from './format-section.tsx';
import { InteractionsSection } from './interactions-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import styles from './recipe-form.module.css';
import { hasCard, type SectionId, sectionIds, type SectionProps, sectionTitles } from './recipe-part.ts';
import { sectionSummary } from './recipe-summary.ts';
import { SplitSection } from './split-section.tsx';
import { TokensSection } from './tokens-section.tsx';

export interface RecipeFormProps extends SectionProps {
  readonly formatField: RefObject<HTMLInputElement | null>;
  readonly conditionsField: RefObject<HTMLInputElement | null>;
}

/** Everything that decides what an export holds, in parts that open and close. */
export function RecipeForm({ formatField, conditionsField, ...section }: RecipeFormProps) {
  const { recipe, problems } = section;
  const openSections = useExportDraft((state) => state.openSections);
  const shown = sectionIds.filter((id) => id !== 'card' || hasCard(recipe));
  const concerned = sectionsConcerned(problems);
  const contentOf = (id: SectionId) => {
    if (id === 'format') return <FormatSection {...section} field={formatField} />;
    if (id === 'interactions') return <InteractionsSection {...section} field={conditionsField} />;
    const Content = contents[id];
    return <Content {...section} />;
  };
  return (
    <div className={styles['form']} role="group" aria-label="Recipe">
      {shown.map((id) => (
        <FormSection
          key={id}
          id={id}
          title={sectionTitles[id]}
          summary={sectionSummary(id, recipe)}
          problems={concerned.filter((other) => other === id).length}
          isOpen={openSections.has(id)}
          onToggle={(isOpen) => toggleSection(id, isOpen)}
        >
          {contentOf(id)}
        </FormSection>
      ))}
    </div>
  );
}

const contents: Readonly<Record<Exclude<SectionId, 'format' | 'interactions'>, ComponentType<SectionProps>>> =
  {
    answers: AnswersSection,
    limits: LimitsSection,
    duplicates: DuplicatesSection,
    privacy: PrivacySection,
    tokens: TokensSection,
    split: SplitSection,
    card: CardSection,
  };

const sectionOfField: Readonly<Record<string, SectionId>> = {
  pairs: 'answers',
  clean: 'answers',
  badFrom: 'answers',
  perMode: 'answers',
  limits: 'limits',
  balance: 'limits',
  duplicates: 'duplicates',
  decontaminate: 'duplicates',
  privacy: 'privacy',
  tokens: 'tokens',
  test: 'split',
  validation: 'split',
  card: 'card',
};

function sectionsConcerned(problems: SectionProps['problems']): readonly SectionId[] {
  return Object.keys(problems).flatMap((path) => sectionOfField[path.split('.')[0] ?? ''] ?? []);
}
