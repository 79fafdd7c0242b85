import { z } from 'zod';
import { recordingShape, reportShape } from '../src/model/schemas.js';

/** The JSON Schema files of what Antesala writes, by file name. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'antesala.report-1': z.toJSONSchema(reportShape),
    'antesala.recording-1': z.toJSONSchema(recordingShape),
  };
}
