/** Command key instead of Ctrl, and other names on the key caps. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
