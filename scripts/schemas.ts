import { z } from 'zod';
import { eventShape } from '../src/caselog/event-shapes.js';
import {
  caseEventShape,
  createdShape,
  importedShape,
  printedKeyShape,
  printedLogShape,
  verificationShape,
} from '../src/caselog/printed-shapes.js';
import { caseReportShape } from '../src/model/case-report-shape.js';
import {
  comparisonShape,
  decisionShape,
  planShape,
  preparedShape,
  putBackShape,
  questionsShape,
  rehearsalShape,
} from '../src/model/case-shapes.js';
import { proofShape } from '../src/proof/proof-shape.js';
import { recordingShape, reportShape } from '../src/model/schemas.js';

/** The JSON Schema files of what Antesala writes, by file name. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'antesala.report-1': z.toJSONSchema(reportShape),
    'antesala.recording-1': z.toJSONSchema(recordingShape),
    // one line of a case's log
    'antesala.case-1': z.toJSONSchema(eventShape),
    'antesala.case-log-1': z.toJSONSchema(printedLogShape),
    'antesala.case-created-1': z.toJSONSchema(createdShape),
    'antesala.case-imported-1': z.toJSONSchema(importedShape),
    'antesala.verification-1': z.toJSONSchema(verificationShape),
    'antesala.key-1': z.toJSONSchema(printedKeyShape),
    'antesala.plan-1': z.toJSONSchema(planShape),
    'antesala.rehearsal-1': z.toJSONSchema(rehearsalShape),
    'antesala.prepared-1': z.toJSONSchema(preparedShape),
    'antesala.decision-1': z.toJSONSchema(decisionShape),
    'antesala.questions-1': z.toJSONSchema(questionsShape),
    'antesala.case-event-1': z.toJSONSchema(caseEventShape),
    'antesala.put-back-1': z.toJSONSchema(putBackShape),
    'antesala.comparison-1': z.toJSONSchema(comparisonShape),
    'antesala.proof-1': z.toJSONSchema(proofShape),
    'antesala.case-report-1': z.toJSONSchema(caseReportShape),
  };
}
