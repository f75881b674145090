import { Option } from 'commander';

const fileFormats = ['jsonl', 'json', 'csv', 'tsv', 'parquet', 'sqlite'];
export const adapterHelp = "read the rows as this tool's, or 'none' as they stand (default: recognised)";
export const tableHelp = 'the table of a database (default: the one with most text)';
export const mapHelp = 'fill a target from a path, such as output=response.text; repeatable';
export const mapFileHelp =
  'a JSON file of {"target", "path", "transform"?} objects; --map overrides its entries';
export const whereHelp =
  'only interactions for which this holds, such as labelled=no or label.verdict=good; repeatable';

/** How a file is read; of exports, the format of rows is another option. */
export function formatOption(): Option {
  return new Option('--format <format>', 'read the file as this (default: detected)').choices(fileFormats);
}
