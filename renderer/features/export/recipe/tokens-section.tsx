import type { TokenOptions } from '../../../../shared/domain/export/recipe-parts.ts';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { FileField } from './file-field.tsx';
import styles from './recipe-form.module.css';
import type { SectionProps } from './recipe-part.ts';

const encodings = [
  { value: 'none', name: 'Do not count' },
  { value: 'o200k_base', name: 'o200k_base', detail: 'GPT-4o and newer' },
  { value: 'cl100k_base', name: 'cl100k_base', detail: 'GPT-4, GPT-3.5' },
  { value: 'file', name: 'A tokenizer.json' },
] as const;
type Choice = (typeof encodings)[number]['value'];

/** How long rows are for a model, how long they may be, and what training on them costs. */
export function TokensSection({ recipe, problems, onChange }: SectionProps) {
  const { tokens } = recipe;
  const change = (part: Partial<TokenOptions>) => {
    if (tokens !== undefined) onChange({ tokens: { ...tokens, ...part } });
  };
  return (
    <>
      <Select<Choice>
        label="Count tokens as"
        options={encodings}
        value={choiceOf(tokens)}
        onChange={(choice) =>
          onChange({ tokens: choice === 'none' ? undefined : { ...tokens, encoding: encodingOf(choice) } })
        }
      />
      {tokens === undefined ? null : (
        <>
          {typeof tokens.encoding === 'string' ? null : (
            <FileField
              label="Tokenizer"
              path={tokens.encoding.file}
              problem={problems['tokens.encoding.file'] ?? problems['tokens.encoding']}
              onChange={(file) => change({ encoding: { file } })}
            />
          )}
          <OptionalNumberField
            label="Most tokens of a row"
            hint="Longer rows are left out and listed; nothing is cut."
            minimum={1}
            placeholder="Any"
            value={tokens.most}
            onChange={(most) => change({ most })}
          />
          <div className={styles['pair']}>
            <OptionalNumberField
              label="Price of a million"
              digits={4}
              minimum={0}
              value={tokens.pricePerMillion}
              onChange={(pricePerMillion) => change({ pricePerMillion })}
            />
            <OptionalNumberField
              label="Epochs"
              minimum={1}
              placeholder="1"
              value={tokens.epochs}
              onChange={(epochs) => change({ epochs })}
            />
          </div>
        </>
      )}
    </>
  );
}

function choiceOf(tokens: TokenOptions | undefined): Choice {
  if (tokens === undefined) return 'none';
  return typeof tokens.encoding === 'string' ? tokens.encoding : 'file';
}

function encodingOf(choice: Exclude<Choice, 'none'>): TokenOptions['encoding'] {
  return choice === 'file' ? { file: '' } : choice;
}
