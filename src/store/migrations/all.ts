import { conversations } from "./001-conversations.js";
import { staff } from "./002-staff.js";
import { cases } from "./003-cases.js";
import { files } from "./004-files.js";
import { wecom } from "./005-wecom.js";
import { desk } from "./006-desk.js";
import { shownReceipts } from "./007-shown-receipts.js";
import { quiz } from "./008-quiz.js";
import { nudges } from "./009-nudges.js";
import { firstTemplates } from "./010-first-templates.js";
import type { Migration } from "./migration.js";

export const MIGRATIONS: readonly Migration[] = [
  conversations,
  staff,
  cases,
  files,
  wecom,
  desk,
  shownReceipts,
  quiz,
  nudges,
  firstTemplates,
];
