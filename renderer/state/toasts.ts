import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

const shownMilliseconds = 5000;
let lastId = 0;

export const useToasts = create<ToastState>()(() => ({ toasts: [] }));

/** Says that something was done. Failures never go here only: they are shown where they happened. */
export function showToast(text: string): void {
  lastId += 1;
  const toast: Toast = { id: lastId, text };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }));
  setTimeout(() => hideToast(toast.id), shownMilliseconds);
}

export function hideToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
