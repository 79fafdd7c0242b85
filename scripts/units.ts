import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Check } from '../src/model/check.js';
import type { Fact } from '../src/model/fact.js';
import type { Step } from '../src/model/step.js';

/** A unit is one file that declares one thing; its name is the thing's id, and the export its id in camel case. */
export interface Unit<T> {
  readonly id: string;
  readonly file: string;
  readonly exported: string;
  readonly value: T;
}

/** Ids of the units in a folder: every TypeScript file that is no test, no reader of a platform and nothing generated. */
export function unitIds(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && /^[a-z0-9-]+\.ts$/.test(entry.name))
    .map(entry => entry.name.slice(0, -'.ts'.length))
    .toSorted();
}

export function camelCase(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export const loadChecks = (): Promise<Unit<Check>[]> => load<Check>('src/checks');
export const loadFacts = (): Promise<Unit<Fact<unknown>>[]> => load<Fact<unknown>>('src/facts');
export const loadSteps = (): Promise<Unit<Step>[]> => load<Step>('src/steps');

async function load<T extends { readonly id: string }>(folder: string): Promise<Unit<T>[]> {
  const units: Unit<T>[] = [];
  for (const id of unitIds(folder)) {
    const file = `${folder}/${id}.ts`;
    const exported = camelCase(id);
    const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, T | undefined>>;
    const value = module[exported];
    if (!value) throw new Error(`${file} must export ${exported}`);
    if (value.id !== id) throw new Error(`${file} declares the id ${value.id}; file and id must be the same`);
    units.push({ id, file, exported, value });
  }
  return units;
}
