import type { MarkedToken, Token, Tokens } from 'marked';
import { createElement, Fragment, type ReactNode } from 'react';
import { decodeEntities } from './decode-entities.ts';
import styles from './markdown.module.css';

/** Deeper lists, quotes and emphasis are shown as they are written. */
const deepest = 40;

/** One token of Markdown by an allow-list of elements; any other is shown as it is written. */
export function MarkdownBlock({
  token,
  depth = 0,
}: {
  readonly token: Token;
  readonly depth?: number;
}): ReactNode {
  if (depth > deepest || !isKnown(token)) return token.raw;
  const inside = (tokens: readonly Token[] | undefined) => <Inside tokens={tokens ?? []} depth={depth + 1} />;
  switch (token.type) {
    case 'heading':
      // The page has headings of its own; those of a text must not stand among them.
      return (
        <p className={styles['heading']} data-level={token.depth}>
          {inside(token.tokens)}
        </p>
      );
    case 'paragraph':
      return <p>{inside(token.tokens)}</p>;
    case 'blockquote':
      return <blockquote>{inside(token.tokens)}</blockquote>;
    case 'list':
      return createElement(
        token.ordered ? 'ol' : 'ul',
        token.ordered && token.start !== '' ? { start: token.start } : null,
        inside(token.items),
      );
    case 'list_item':
      return <li>{inside(token.tokens)}</li>;
    case 'table':
      return <Table token={token} depth={depth} />;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'strong':
      return <strong>{inside(token.tokens)}</strong>;
    case 'em':
      return <em>{inside(token.tokens)}</em>;
    case 'del':
      return <s>{inside(token.tokens)}</s>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      return (
        <span className={styles['link']} title={token.href}>
          {inside(token.tokens)}
        </span>
      );
    case 'image':
      return <span className={styles['image']} title={token.href}>{`[image: ${token.text}]`}</span>;
    case 'text':
      return token.tokens === undefined ? decodeEntities(token.text) : inside(token.tokens);
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'escape':
      return token.text;
    case 'space':
    case 'def':
      return null;
    default:
      return token.raw;
  }
}

function Inside({ tokens, depth }: { readonly tokens: readonly Token[]; readonly depth: number }): ReactNode {
  return tokens.map((token, index) => (
    // Tokens have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>
      <MarkdownBlock token={token} depth={depth} />
    </Fragment>
  ));
}

function Table({ token, depth }: { readonly token: Tokens.Table; readonly depth: number }) {
  const cells = (row: readonly Tokens.TableCell[], Element: 'th' | 'td') =>
    row.map((cell, index) => (
      // oxlint-disable-next-line react/no-array-index-key
      <Element key={index}>
        <Inside tokens={cell.tokens} depth={depth + 1} />
      </Element>
    ));
  return (
    <table>
      <thead>
        <tr>{cells(token.header, 'th')}</tr>
      </thead>
      <tbody>
        {token.rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  );
}

const known: ReadonlySet<string> = new Set([
  'heading',
  'paragraph',
  'blockquote',
  'list',
  'list_item',
  'table',
  'code',
  'hr',
  'br',
  'strong',
  'em',
  'del',
  'codespan',
  'link',
  'image',
  'text',
  'escape',
  'checkbox',
  'space',
  'def',
] satisfies MarkedToken['type'][]);

function isKnown(token: Token): token is MarkedToken {
  return known.has(token.type);
}
