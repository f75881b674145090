import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { KeyHint } from './keys/key-hint.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** `primary` at most once per view; `danger` for what cannot be taken back; `quiet` without a frame. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
  /** Shortcut shown on the button; the shortcut itself is registered with `useCommands`. */
  readonly keys?: string;
  readonly className?: string;
}

export function Button({ children, variant = 'plain', icon, keys, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles['button'], styles[variant], className)}>
      {icon}
      <span className={styles['text']}>{children}</span>
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'children' | 'style' | 'aria-label'
> {
  readonly icon: ReactNode;
  /** Name for screen readers and the tooltip. */
  readonly name: string;
  readonly keys?: string;
  readonly className?: string;
}

/** A button that is only an icon; its name and shortcut show as a tooltip. */
export function IconButton({ icon, name, keys, className, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={name}
        className={classNames(styles['button'], styles['icon'], className)}
      >
        {icon}
      </AriaButton>
      <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
        {name}
        {keys === undefined ? null : <KeyHint keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
