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
  /** Shortcut shown on the button, where it is no command's. */
  readonly keys?: string;
  /** Id of the command that the button runs; the keys of this person for it are shown. */
  readonly command?: string;
  readonly className?: string;
}

export function Button({
  children,
  variant = 'plain',
  icon,
  keys,
  command,
  className,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles['button'], styles[variant], className)}>
      {icon}
      <span className={styles['text']}>{children}</span>
      <OwnHint keys={keys} command={command} />
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
  readonly command?: string;
  readonly className?: string;
}

function OwnHint({
  keys,
  command,
}: {
  readonly keys: string | undefined;
  readonly command: string | undefined;
}) {
  if (command !== undefined) return <KeyHint command={command} />;
  return keys === undefined ? null : <KeyHint keys={keys} />;
}

/** A button that is only an icon; its name and shortcut show as a tooltip. */
export function IconButton({ icon, name, keys, command, className, ...rest }: IconButtonProps) {
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
        <OwnHint keys={keys} command={command} />
      </Tooltip>
    </TooltipTrigger>
  );
}
