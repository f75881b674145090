import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../main/cli/failure.ts';
import { createProgram } from '../../main/cli/program.ts';
import { isRule } from '../../shared/domain/export/rules.ts';
import { exportFormats } from '../../shared/domain/export/recipe.ts';
import { rejectReasons } from '../../shared/domain/mapping/mapped-row.ts';
import { labelSchemaSchema } from '../../shared/domain/schema/label-schema.ts';
import { fixedTargets, listTargets } from '../../shared/domain/mapping/mapping.ts';

const root = resolve(import.meta.dirname, '../..');
const guide = read('docs/user-guide.md');
const formats = read('docs/formats.md');
const architecture = read('docs/architecture.md');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The text under a heading, up to the next one of its level or above. Empty where there is no such heading. */
function section(text: string, heading: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) return '';
  const level = heading.indexOf(' ');
  const length = lines.slice(start + 1).findIndex((line) => isHeading(line) && line.indexOf(' ') <= level);
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

function isHeading(line: string): boolean {
  return /^#{1,6} /.test(line);
}

/** The first cells of a section's tables, with what stands in them as code. */
function codesOfTables(text: string): readonly string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows.flatMap((row) =>
    [...(row.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  );
}

describe('the user guide', () => {
  const { commands } = createProgram();

  it('has a section for every command, and none for what is no command', () => {
    expect(commands.length).toBeGreaterThan(10);
    const described = [...section(guide, '## Command line').matchAll(/^### (\S+)$/gm)].map(
      (match) => match[1],
    );
    expect(new Set(described)).toEqual(new Set(commands.map((command) => command.name())));
  });

  it.each(commands.map((command) => [command.name(), command] as const))(
    'says all about %s',
    (name, command) => {
      const text = section(guide, `### ${name}`);
      for (const argument of command.registeredArguments) expect(text).toContain(`<${argument.name()}`);
      const options = command.options.map((option) => option.long ?? '').filter((long) => long !== '--json');
      for (const long of options) expect(text).toContain(long);
      for (const named of text.match(/(?<=[`[ ])--[a-z][a-z-]+/g) ?? [])
        expect([...options, '--json']).toContain(named);
      const choices = command.options.flatMap(({ argChoices }) => argChoices ?? []);
      // The page on formats lists those of exports, which the guide leads to.
      if (choices.some(isExportFormat)) expect(text).toContain('(formats.md#formats)');
      for (const choice of choices) if (!isExportFormat(choice)) expect(text).toContain(`\`${choice}\``);
    },
  );

  it('names what every command takes, and every exit code', () => {
    const text = section(guide, '## Command line');
    for (const option of ['--json', '--help', '--version']) expect(text).toContain(`\`${option}\``);
    const described = [...text.matchAll(/^\| (\d+) +\|/gm)].map((match) => Number(match[1]));
    expect(new Set(described)).toEqual(new Set(Object.values(exitCodes)));
  });

  it('lists every key of the app with what it does', () => {
    const rows = section(guide, '### Keys')
      .split('\n')
      .map((row) => row.toLowerCase());
    const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter(
      (path) => !path.includes('.test.'),
    );
    const registered = [...sources.flatMap((path) => commandsIn(read(path))), ...answeringCommands()];
    expect(registered.length).toBeGreaterThan(30);
    const missing = registered.filter(({ name, keys }) => !rows.some((row) => says(row, name, keys)));
    expect(missing).toEqual([]);
  });
});

interface KeyCommand {
  readonly name: string;
  readonly keys: string;
}

function isExportFormat(choice: string): boolean {
  return exportFormats.some((format) => format === choice);
}

function says(row: string, name: string, keys: string): boolean {
  const shown = keys.replace('Mod', 'Ctrl').replace('ArrowDown', '↓').replace('ArrowUp', '↑').toLowerCase();
  return (
    row.includes(name.replace('…', '').toLowerCase()) &&
    shown.split(' ').every((key) => row.includes(`\`${key}\``))
  );
}

/** Commands with keys, as objects (`name: ..., keys: [...]`) or as calls (`on('next', 'Next interaction', ['j'], ...)`). */
function commandsIn(source: string): readonly KeyCommand[] {
  const found = [
    ...source.matchAll(/\bname: '([^']+)',\s*(?:group: '[^']+',\s*)?keys: \[([^\]]+)\]/g),
    ...source.matchAll(
      /\b(?:on|go)\(\s*'[\w-]+',\s*'([^']+)',\s*(?:paths\.\w+,\s*)?\[('\[?[^\]]*'(?:, '[^\]]*')*)\]/g,
    ),
  ];
  return found.flatMap(([, name = '', list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, keys = '']) => ({ name, keys })),
  );
}

/** The keys that the built-in label schema gives to its questions and answers. */
function answeringCommands(): readonly KeyCommand[] {
  const schema = labelSchemaSchema.parse(JSON.parse(read('resources/label-schemas/review.json')));
  const options = schema.questions.flatMap((question) => ('options' in question ? question.options : []));
  return [...schema.questions, ...options].flatMap(({ name, key }) =>
    key === undefined ? [] : [{ name, keys: key }],
  );
}

describe('the page on formats', () => {
  it('lists every import target, and no other', () => {
    const named = [
      'label.<question>',
      'label.<question>@<annotator>',
      'signal.<name>',
      'outcome.<name>',
      'meta.<key>',
    ];
    const listed = codesOfTables(section(formats, '### Targets'));
    expect(listed.toSorted()).toEqual([...fixedTargets, ...listTargets, ...named].toSorted());
  });

  it('lists every reason of a reject, and no other', () => {
    expect(codesOfTables(section(formats, '### Rejects')).toSorted()).toEqual(rejectReasons.toSorted());
  });

  it('lists every export format', () => {
    expect(codesOfTables(section(section(formats, '## Export'), '### Formats')).toSorted()).toEqual(
      exportFormats.toSorted(),
    );
  });
});

describe('the rules of exports', () => {
  it('are all listed, and no other', () => {
    const sources = globSync('{shared/domain/export,main/services/exports}/**/*.ts', { cwd: root }).filter(
      (path) => !path.includes('.test.'),
    );
    const rules = sources.flatMap((path) =>
      [...read(path).matchAll(/(?:\b(?:rowError|rowWarning|skip)\(\s*|\brule: )'(\w+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(rules.length).toBeGreaterThan(20);
    expect(new Set(codesOfTables(section(formats, '### Rules')))).toEqual(new Set(rules.filter(isRule)));
  });
});

describe('the page on architecture', () => {
  const listed = codesOfTables(section(architecture, '## Folders'));

  it('names folders that exist', () => {
    expect(listed.length).toBeGreaterThan(15);
    expect(listed.filter((folder) => folder.endsWith('/') && !existsSync(join(root, folder)))).toEqual([]);
  });

  it('names every folder of the tree', () => {
    const inside = ['main', 'renderer', 'shared'].flatMap((folder) =>
      foldersIn(join(root, folder)).map((name) => `${folder}/${name}/`),
    );
    const beside = ['resources/', 'tests/', 'bench/', 'docs/'];
    expect([...inside, ...beside].filter((folder) => !listed.includes(folder))).toEqual([]);
  });
});

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

describe('links and decisions', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...globSync('docs/**/*.md', { cwd: root }),
    'resources/sample/README.md',
  ];
  const links = pages.flatMap((page) => linksIn(page));

  it('lead somewhere', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(links.length).toBeGreaterThan(20);
    expect(
      links.filter(({ path }) => !existsSync(path)).map(({ page, target }) => `${page}: ${target}`),
    ).toEqual([]);
  });

  it('lead to headings that exist', () => {
    const anchored = links.filter(({ anchor }) => anchor !== '');
    expect(anchored.length).toBeGreaterThan(0);
    expect(anchored.filter(({ path, anchor }) => !anchorsIn(path).includes(anchor))).toEqual([]);
  });

  it('are numbered, one decision a number', () => {
    const numbers = readdirSync(join(root, 'docs/decisions')).map((name) => name.slice(0, 4));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([]);
    expect(new Set(numbers).size, 'Two decisions have one number.').toBe(numbers.length);
  });
});

interface Link {
  readonly page: string;
  readonly target: string;
  readonly path: string;
  readonly anchor: string;
}

function linksIn(page: string): readonly Link[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return {
        page,
        target,
        path: path === '' ? join(root, page) : resolve(root, dirname(page), path),
        anchor,
      };
    });
}

/** Headings as the addresses that code hosts give them. */
function anchorsIn(path: string): readonly string[] {
  const headings = readFileSync(path, 'utf8').split('\n').filter(isHeading);
  return headings.map((line) =>
    line
      .replace(/^#+ /, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
