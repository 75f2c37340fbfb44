import type { Route } from "./route.js";
import { actRoutes } from "./routes/act.js";
import { assistRoutes } from "./routes/assist.js";
import { auditRoutes } from "./routes/audit.js";
import { meRoutes } from "./routes/me.js";
import { exportRoutes } from "./routes/export.js";
import { fileRoutes } from "./routes/files.js";
import { intakeRoutes } from "./routes/intake.js";
import { linkRoutes } from "./routes/link.js";
import { matterRoutes } from "./routes/matter.js";
import { officeRoutes } from "./routes/office.js";
import { peopleRoutes } from "./routes/people.js";
import { queueRoutes } from "./routes/queue.js";
import { revealRoutes } from "./routes/reveal.js";
import { signInRoutes } from "./routes/sign-in.js";
import { talkRoutes } from "./routes/talk.js";

/** Everything that can be asked of the desk. What is not in this table is not there. */
export const ROUTES: readonly Route[] = [
  ...[...signInRoutes, ...meRoutes, ...peopleRoutes, ...auditRoutes],
  ...[...queueRoutes, ...matterRoutes, ...actRoutes, ...linkRoutes, ...talkRoutes, ...revealRoutes],
  ...[...officeRoutes, ...assistRoutes, ...intakeRoutes, ...fileRoutes, ...exportRoutes],
];
