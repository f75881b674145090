import { useEffect, useState } from 'react';
import { askPresenter } from './ask-presenter.ts';
import type { Colours } from './colours.ts';

/** Which colours to look for; null for none. */
export interface ColouringOptions {
  /** All of the text is code, also outside of fences. */
  readonly allCode: boolean;
  readonly language: string | null;
}

/** The colours of the code in a text; null until they are known. */
export function useColours(text: string, options: ColouringOptions | null): Colours | null {
  const [found, setFound] = useState<{ readonly text: string; readonly colours: Colours } | null>(null);
  const isWanted = options !== null;
  const allCode = options?.allCode ?? false;
  const language = options?.language ?? null;
  useEffect(() => {
    if (!isWanted) return undefined;
    return askPresenter({ question: 'colours', text, allCode, language }, (answer) => {
      if (answer.question === 'colours') setFound({ text, colours: answer.value });
    });
  }, [isWanted, text, allCode, language]);
  return isWanted && found?.text === text ? found.colours : null;
}
