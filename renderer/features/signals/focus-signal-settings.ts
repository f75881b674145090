/** Moves the focus to the first setting of the part that is shown. */
export function focusSignalSettings(): void {
  focusFirstField('[data-signal-settings]');
}

/** Moves the focus to the first field inside of what a selector finds. */
export function focusFirstField(selector: string): void {
  const field = document.querySelector(`${selector} :is(input, button)`);
  if (field instanceof HTMLElement) field.focus();
}
