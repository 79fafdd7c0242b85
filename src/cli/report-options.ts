/** What a report can be asked for as; some are only of a case, some only of an assessment. */
export const reportForms = ['text', 'html', 'pdf', 'markdown', 'junit', 'json'] as const;

export interface ReportCommandOptions {
  readonly format: (typeof reportForms)[number];
  readonly out?: string;
  readonly to?: string;
  readonly at?: Date;
  readonly all?: boolean;
}
