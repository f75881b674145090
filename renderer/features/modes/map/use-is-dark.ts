import { useSyncExternalStore } from 'react';

/** Whether the page is in its dark theme, for what CSS does not draw. */
export function useIsDark(): boolean {
  return useSyncExternalStore(follow, isDark);
}

function isDark(): boolean {
  return document.documentElement.dataset['theme'] === 'dark';
}

function follow(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
