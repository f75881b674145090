import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../shared/contract/agreement-operations.ts';
import { mappingSchema } from '../../shared/contract/import-operations.ts';
import type { Mapping } from '../../shared/domain/mapping/mapping.ts';
import { createId } from '../../main/db/create-id.ts';
import { type AgreementInput, measureAgreement } from '../../main/services/agreement/measure-agreement.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import { newProject } from '../support/temp-project.ts';
import { jobContext } from '../support/test-import.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

/** Public data sets lie beside the repository where they are there at all; they are never part of it. */
function testWith(path: string, name: string, test: (file: string) => Promise<void>): void {
  const file = join(data, path);
  const isThere = existsSync(file);
  it.skipIf(!isThere)(isThere ? name : `${name} (skipped: ../shared/data/${path} is not there)`, async () =>
    test(file),
  );
}

function storedMapping(name: string): Mapping {
  const text = readFileSync(join(import.meta.dirname, 'mappings', `${name}.json`), 'utf8');
  return mappingSchema.parse(JSON.parse(text)) as Mapping;
}

/** Imports a file as anybody would, and measures what the labels of the project come to. */
async function agreementIn(file: string, mapping: Mapping, input: AgreementInput): Promise<Agreement> {
  const project = newProject();
  const imported = await importFile({ path: file, mapping, sourceId: createId() }, jobContext(project));
  if (!imported.ok) throw new Error(imported.error.message);
  const measured = await measureAgreement(project.database, input);
  if (!measured.ok) throw new Error(measured.error.message);
  return measured.value;
}

function show(name: string, { cohen, ...agreement }: Agreement): void {
  const { fleiss_kappa: fleiss, krippendorff_alpha: alpha, intervals, percent } = agreement;
  const kappas = cohen.map(({ pair, value, low, high }) => ({
    measure: `Cohen ${pair.join(', ')}`,
    value,
    low,
    high,
  }));
  const [low, high] = intervals.fleiss_kappa ?? [null, null];
  const overall = [
    { measure: 'Fleiss', value: fleiss, low, high },
    { measure: 'alpha', value: alpha },
    { measure: 'percent', value: percent },
  ];
  console.log(name);
  console.table([...kappas, ...overall]);
}

describe('agreement against published figures', () => {
  /** A tie (0) is an answer like the other two; every row counts. */
  testWith(
    'pandalm/testset-v1.json',
    'PandaLM test set: three annotators, 999 pairs of outputs',
    async (file) => {
      const agreement = await agreementIn(file, storedMapping('pandalm'), { question: 'better' });
      show('PandaLM', agreement);
      expect(agreement).toMatchObject({ level: 'nominal', items: 999, labels: 2997, fleiss_items: 999 });
      expect(agreement.cohen.map(({ value }) => value?.toFixed(2))).toEqual(['0.85', '0.88', '0.86']);
      expect(agreement.fleiss_kappa).toBeCloseTo(0.864, 3);
      for (const { value, low, high } of agreement.cohen) {
        expect(low).toBeLessThan(value ?? 0);
        expect(high).toBeGreaterThan(value ?? 0);
      }
    },
  );

  /**
   * The files have four codes: 0 no catastrophic error, 1 catastrophic error, 2 and 3 not understandable. The figures
   * come out for the question whether there is a catastrophic error (1, or any other code). With the four codes as four
   * answers they differ, most where raters used 2 and 3 unequally.
   */
  const published = [
    { pair: 'ende', isError: 0.67, fourCodes: 0.673 },
    { pair: 'enzh', isError: 0.339, fourCodes: 0.275 },
  ];
  for (const { pair, isError, fourCodes } of published) {
    const set = `mlqe-pe/catastrophic_errors.${pair}.dev.jsonl`;
    testWith(set, `MLQE-PE catastrophic errors, ${pair}: three raters, 1,000 translations`, async (file) => {
      const mapping = storedMapping('mlqe-catastrophic');
      const asked = { question: 'catastrophic' };
      const codes = await agreementIn(file, mapping, { ...asked, draws: 0 });
      const values = { '0': 'no', '1': 'yes', '2': 'no', '3': 'no' };
      const transform = { kind: 'values', values, otherwise: 'keep' } as const;
      const errors = await agreementIn(
        file,
        mapping.map(({ target, path }) =>
          target.startsWith('label.') ? { target, path, transform } : { target, path },
        ),
        asked,
      );
      show(`MLQE-PE ${pair}: catastrophic error or not`, errors);
      expect(errors).toMatchObject({ items: 1000, labels: 3000, fleiss_items: 1000 });
      expect(errors.fleiss_kappa).toBeCloseTo(isError, 3);
      expect(codes.fleiss_kappa).toBeCloseTo(fourCodes, 3);
    });
  }
});
