import type { Field } from "../field.ts";
import { limits } from "../limits.ts";

const given = { rule: "forwarded" } as const;
const refused = { kind: "text", rule: "server-managed" } as const;

const payTypes = ["TEAM", "AGENT", "VENDOR_PARTNER", "LEAD", "OTHER", "BROKERAGE", "UPLINE"] as const;
const splits = [
  { path: "id", kind: "int64", ...given },
  { path: "splitPayType", kind: "choice", options: payTypes, ...given },
  { path: "splitPayTo", kind: "int64", ...given },
  { path: "splitPayToName", kind: "text", ...given },
  { path: "payType", kind: "choice", options: payTypes, ...given },
  { path: "payTo", kind: "int64", ...given },
  { path: "payToName", kind: "text", ...given },
  { path: "value", kind: "int64", ...given },
  { path: "calculateType", kind: "choice", options: ["PERCENT", "AMOUNT"], ...given },
  { path: "desc", kind: "text", ...given },
] as const satisfies readonly Field[];

/** Accepted from integrations at staff stations and sent unchanged. The form never shows them. */
export const forwarded = [
  { path: "streetAddress", kind: "text", ...given },
  { path: "city", kind: "text", ...given },
  { path: "state", kind: "text", ...given },
  { path: "zipCode", kind: "text", ...given },
  { path: "groups", kind: "token", many: true, limit: limits.segment, ...given },
  { path: "leadRouting", kind: "flag", ...given },
  { path: "defaultInquiryParam", kind: "flag", ...given },
  { path: "specifiedAssignGroupId", kind: "flag", ...given },
  { path: "leadTransaction.transactionName", kind: "text", required: true, ...given },
  {
    path: "leadTransaction.transactionType",
    kind: "choice",
    options: ["Purchase", "Listing", "Lease", "Other"],
    ...given,
  },
  { path: "leadTransaction.transactionStatus", kind: "text", ...given },
  { path: "leadTransaction.homePrice", kind: "number", ...given },
  { path: "leadTransaction.commissionRate", kind: "number", ...given },
  { path: "leadTransaction.gci", kind: "number", ...given },
  { path: "leadTransaction.teamRevenue", kind: "number", ...given },
  { path: "leadTransaction.agentRevenue", kind: "number", ...given },
  { path: "leadTransaction.expectedCloseDate", kind: "int64", ...given },
  { path: "leadTransaction.closeDate", kind: "int64", ...given },
  { path: "leadTransaction.appointmentDate", kind: "int64", ...given },
  { path: "leadTransaction.agreementSignedDate", kind: "int64", ...given },
  { path: "leadTransaction.offerDate", kind: "int64", ...given },
  { path: "leadTransaction.contractDate", kind: "int64", ...given },
  { path: "leadTransaction.appraisalDate", kind: "int64", ...given },
  { path: "leadTransaction.homeInspectionDate", kind: "int64", ...given },
  { path: "leadTransaction.escrowDate", kind: "int64", ...given },
  { path: "leadTransaction.expiration", kind: "int64", ...given },
  {
    path: "leadTransaction.customFields",
    kind: "rows",
    ...given,
    fields: [
      { path: "id", kind: "int64", ...given },
      { path: "value", kind: "text", ...given },
    ],
  },
  { path: "leadTransaction.commissions.preSplit", kind: "rows", ...given, fields: splits },
  { path: "leadTransaction.commissions.split", kind: "rows", ...given, fields: splits },
  { path: "leadTransaction.commissions.postSplit", kind: "rows", ...given, fields: splits },
  { path: "leadTransaction.created", ...refused },
  { path: "leadTransaction.updated", ...refused },
  { path: "leadTransaction.transactionId", ...refused },
  { path: "leadTransaction.leadName", ...refused },
  { path: "leadTransaction.assignedAgent", ...refused },
] as const satisfies readonly Field[];
