// @vitest-environment jsdom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appScope, type Command, createKeyMap, listenToKeys, useCommands } from './key-map.ts';
import type { KeyPress } from '../ui/keys/key-stroke.ts';

function command(id: string, keys: readonly string[], more: Partial<Command> = {}): Command {
  return { id, name: id, keys, group: 'Test', run: vi.fn(), ...more };
}

function Offer({ scope, commands }: { readonly scope: string; readonly commands: readonly Command[] }) {
  useCommands(scope, commands);
  return null;
}

function Widget({ kind }: { readonly kind: string }) {
  return <div role={kind} tabIndex={-1} />;
}

function press(key: string): KeyPress {
  return { key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };
}

function allowAll(): boolean {
  return true;
}

function mapWith(own: Readonly<Record<string, readonly string[]>>, commands: readonly Command[]) {
  const map = createKeyMap();
  map.register('review', commands);
  map.setKeys((id, standard) => own[id] ?? standard);
  return map;
}

let stop = () => {};

beforeEach(() => {
  stop = listenToKeys(window);
});

afterEach(() => {
  stop();
  cleanup();
});

describe('commands from the keyboard', () => {
  it('runs the command whose key was pressed, while its component is there', () => {
    const next = command('next', ['j', 'ArrowDown']);
    const { unmount } = render(<Offer scope="review" commands={[next]} />);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'ArrowDown' });
    expect(next.run).toHaveBeenCalledTimes(2);
    unmount();
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(next.run).toHaveBeenCalledTimes(2);
  });

  it('prefers the screen over the app, whichever was there first', () => {
    const ofApp = command('app', ['e']);
    const ofScreen = command('screen', ['e']);
    render(
      <>
        <Offer scope="review" commands={[ofScreen]} />
        <Offer scope={appScope} commands={[ofApp]} />
      </>,
    );
    fireEvent.keyDown(document.body, { key: 'e' });
    expect(ofScreen.run).toHaveBeenCalledOnce();
    expect(ofApp.run).not.toHaveBeenCalled();
  });

  it('reads what AltGr writes, which looks like Ctrl and Alt', () => {
    const toggle = command('toggle', ['[']);
    render(<Offer scope="review" commands={[toggle]} />);
    const event = { key: '[', code: 'Digit8', ctrlKey: true, altKey: true };
    fireEvent.keyDown(document.body, event);
    expect(toggle.run).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { ...event, modifierAltGraph: true });
    expect(toggle.run).toHaveBeenCalledOnce();
  });

  it('passes over a disabled command', () => {
    const disabled = command('disabled', ['e'], { enabled: false });
    render(<Offer scope="review" commands={[disabled]} />);
    fireEvent.keyDown(document.body, { key: 'e' });
    expect(disabled.run).not.toHaveBeenCalled();
  });

  it('leaves keys alone while somebody types, except those meant for it', () => {
    const next = command('next', ['j']);
    const palette = command('palette', ['Mod+K'], { inTextFields: true });
    const { container } = render(
      <>
        <Offer scope="review" commands={[next, palette]} />
        <input aria-label="Search" />
      </>,
    );
    const input = container.querySelector('input');
    if (input === null) throw new Error('no input');
    input.focus();
    fireEvent.keyDown(input, { key: 'j' });
    expect(next.run).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: 'k', ctrlKey: true });
    expect(palette.run).toHaveBeenCalledOnce();
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(document.activeElement).not.toBe(input);
  });

  it('leaves a widget its own keys but not the others', () => {
    const next = command('next', ['j', 'ArrowDown', 'Enter']);
    const { container } = render(
      <>
        <Offer scope="review" commands={[next]} />
        <Widget kind="listbox" />
        <button type="button">Go</button>
      </>,
    );
    const listbox = container.querySelector('[role=listbox]');
    const button = container.querySelector('button');
    if (listbox === null || button === null) throw new Error('no widget');
    fireEvent.keyDown(listbox, { key: 'ArrowDown' });
    fireEvent.keyDown(button, { key: 'Enter' });
    expect(next.run).not.toHaveBeenCalled();
    fireEvent.keyDown(button, { key: 'ArrowDown' });
    fireEvent.keyDown(listbox, { key: 'j' });
    expect(next.run).toHaveBeenCalledTimes(2);
  });

  it('is silent behind a dialog', () => {
    const next = command('next', ['j']);
    const { container } = render(
      <>
        <Offer scope="review" commands={[next]} />
        <Widget kind="dialog" />
      </>,
    );
    const dialog = container.querySelector('[role=dialog]');
    if (dialog === null) throw new Error('no dialog');
    fireEvent.keyDown(dialog, { key: 'j' });
    expect(next.run).not.toHaveBeenCalled();
  });
});

describe('sequences', () => {
  it('waits for the second key, and forgets the first one after a while', () => {
    const map = createKeyMap();
    const goToReview = command('review', ['g r']);
    const reload = command('reload', ['r']);
    map.register(appScope, [goToReview, reload]);
    expect(map.press(press('g'), 1000, allowAll)).toBeUndefined();
    expect(map.press(press('r'), 1500, allowAll)).toBe(goToReview);
    expect(map.press(press('g'), 5000, allowAll)).toBeUndefined();
    expect(map.press(press('r'), 9000, allowAll)).toBe(reload);
  });

  it('takes the second key by itself where it completes nothing', () => {
    const map = createKeyMap();
    const next = command('next', ['j']);
    map.register(appScope, [command('review', ['g r']), next]);
    map.press(press('g'), 1000, allowAll);
    expect(map.press(press('j'), 1100, allowAll)).toBe(next);
  });
});

describe('keys of a person', () => {
  it('take the place of the standard ones, in the list too', () => {
    const next = command('next', ['j']);
    const map = mapWith({ next: ['l', 'g n'] }, [next]);
    expect(map.commands()).toMatchObject([{ id: 'next', keys: ['l', 'g n'] }]);
    expect(map.press(press('j'), 1000, allowAll)).toBeUndefined();
    expect(map.press(press('l'), 1000, allowAll)?.id).toBe('next');
    map.press(press('g'), 2000, allowAll);
    expect(map.press(press('n'), 2100, allowAll)?.id).toBe('next');
  });

  it('leave answers theirs, also where an answer only begins with the key', () => {
    const rating = command('review.answer.rating.4', ['r 4'], { isAnswer: true });
    const map = mapWith({ next: ['r', 'l'] }, [command('next', ['j']), rating]);
    expect(map.commands()).toMatchObject([{ id: 'next', keys: ['l'] }, { keys: ['r 4'] }]);
    expect(map.press(press('r'), 1000, allowAll)).toBeUndefined();
    expect(map.press(press('4'), 1100, allowAll)?.id).toBe('review.answer.rating.4');
  });

  it('rest in a text field where they would write, whatever the command does', () => {
    const palette = command('palette', ['z'], { inTextFields: true });
    const { container } = render(
      <>
        <Offer scope="review" commands={[palette]} />
        <input aria-label="Search" />
      </>,
    );
    const input = container.querySelector('input');
    if (input === null) throw new Error('no input');
    fireEvent.keyDown(input, { key: 'z' });
    expect(palette.run).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'z' });
    expect(palette.run).toHaveBeenCalledOnce();
  });
});
