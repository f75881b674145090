import { useState } from 'react';
import { flushSync } from 'react-dom';
import { onWhitePaper } from './on-white-paper.ts';

/** Prints a screen: what is printed is drawn only while `isPrinting`. */
export function usePrinting(): { readonly isPrinting: boolean; readonly print: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  return {
    isPrinting,
    print: () => {
      flushSync(() => setPrinting(true));
      // The call returns when the dialog is closed.
      onWhitePaper(() => window.print());
      setPrinting(false);
    },
  };
}
