import type { AuditFormat, AuditReport } from '../../../shared/contract/audit-operations.ts';
import { documentText } from '../documents/document-text.ts';
import { auditOutline } from './audit-outline.ts';

/** The audit as a text to keep. */
export function auditDocument(report: AuditReport, format: AuditFormat): string {
  return documentText(auditOutline(report), format);
}
