import type { Route } from "./route.js";
import { auditRoutes } from "./routes/audit.js";
import { meRoutes } from "./routes/me.js";
import { peopleRoutes } from "./routes/people.js";
import { signInRoutes } from "./routes/sign-in.js";

/** Everything that can be asked of the desk. What is not in this table is not there. */
export const ROUTES: readonly Route[] = [...signInRoutes, ...meRoutes, ...peopleRoutes, ...auditRoutes];
