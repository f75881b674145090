import { Search, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Completion } from '../../../shared/contract/search-operations.ts';
import type { Filter } from '../../../shared/domain/filter/filter.ts';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { queryToText } from '../../../shared/domain/search/query-to-text.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './query-line.module.css';
import { useCompletion } from './use-completion.ts';

export interface QueryLineProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Told of every text that is written, also of one that is not run yet: the line is one field of a form. */
  readonly onText?: (text: string) => void;
}

/** The query as one line of text. Enter runs it; what can stand at the caret is offered below. */
export function QueryLine({ filter, onFilter, field, onText }: QueryLineProps) {
  const written = queryToText(filter);
  const [draft, setDraft] = useState({ of: written, text: written });
  // The filter changed elsewhere: a facet, a saved view, the address.
  if (draft.of !== written) setDraft({ of: written, text: written });
  const { text } = draft;
  const [caret, setCaret] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const completion = useCompletion(text, caret, isOpen);
  const options = isOpen ? (completion?.options ?? []) : [];
  const isExpanded = options.length > 0;

  // Where the caret goes once the text that an option made stands in the field.
  const nextCaret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    field.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = null;
  });
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const write = (next: string, at: number) => {
    setDraft({ of: written, text: next });
    onText?.(next);
    setCaret(at);
    setActive(-1);
    setProblem(null);
    setIsOpen(true);
  };
  const run = (line: string) => {
    const query = parseQuery(line);
    setIsOpen(false);
    setActive(-1);
    if (!query.ok) {
      setProblem(query.error.message);
      field.current?.setSelectionRange(query.error.from, query.error.to);
      return;
    }
    setProblem(null);
    const next = queryToText(query.value);
    if (next === written) setDraft({ of: written, text: written });
    else onFilter(query.value);
    // The keys go on with the list.
    if (onText === undefined) field.current?.blur();
    else onText(line);
  };
  const accept = (option: Completion | undefined) => {
    if (option === undefined || completion === undefined) return;
    const rest = text.slice(completion.to);
    const inserted = option.kind === 'value' && !rest.startsWith(' ') ? `${option.text} ` : option.text;
    const before = text.slice(0, completion.from) + inserted;
    nextCaret.current = before.length;
    write(before + rest, before.length);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        setCaret(event.currentTarget.selectionStart ?? text.length);
        setIsOpen(true);
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // One place more than there are options: none of them.
        if (isExpanded) setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
        return;
      }
      case 'Tab':
        if (!isExpanded || event.shiftKey) return;
        event.preventDefault();
        accept(options[Math.max(0, active)]);
        return;
      case 'Enter':
        event.preventDefault();
        if (isExpanded && active >= 0) accept(options[active]);
        else run(text);
        return;
      case 'Escape':
        // A dialog around it would close.
        if (isExpanded) event.stopPropagation();
        if (isExpanded) event.preventDefault();
        setIsOpen(false);
        setActive(-1);
    }
  };

  return (
    <div className={styles['line']}>
      <div className={styles['search']} data-invalid={problem !== null || undefined}>
        <Search aria-hidden />
        <input
          ref={field}
          className={styles['input']}
          role="combobox"
          type="text"
          aria-label="Search"
          aria-autocomplete="list"
          aria-expanded={isExpanded}
          aria-controls={isExpanded ? `${id}-options` : undefined}
          aria-activedescendant={active < 0 || !isExpanded ? undefined : `${id}-${active}`}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          placeholder="Words, or field:value"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) =>
            write(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length)
          }
          onKeyDown={onKeyDown}
          onBlur={() => setIsOpen(false)}
        />
        {text === '' ? (
          onText === undefined && <KeyHint command="review.search" />
        ) : (
          <button
            type="button"
            className={styles['clear']}
            aria-label="Clear the search"
            onClick={() => run('')}
          >
            <X aria-hidden />
          </button>
        )}
      </div>
      {isExpanded ? (
        <div
          ref={list}
          id={`${id}-options`}
          className={styles['options']}
          role="listbox"
          aria-label="Completions"
        >
          {options.map((option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
            <div
              key={option.text}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles['option']}
              // The pointer leaves the focus in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => accept(option)}
              dir="auto"
            >
              {option.name}
            </div>
          ))}
        </div>
      ) : null}
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
