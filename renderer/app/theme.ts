import { useEffect } from 'react';
import type { Settings } from '../../shared/contract/app-operations.ts';

type Theme = Settings['theme'];

const storageKey = 'flywheel.theme';
const darkQuery = '(prefers-color-scheme: dark)';

/** The theme of the last start, so that the first frame has it before the settings are read. */
export function rememberedTheme(): Theme {
  const stored = localStorage.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function applyTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && matchMedia(darkQuery).matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** Keeps the page in the theme of the settings, and with the system where they say so. */
export function useTheme(theme: Theme | undefined): void {
  useEffect(() => {
    if (theme === undefined) return undefined;
    localStorage.setItem(storageKey, theme);
    applyTheme(theme);
    const media = matchMedia(darkQuery);
    const follow = () => applyTheme(theme);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [theme]);
}
