import { Router, type Request, type Response } from "express";
import { z } from "zod";
import { decideAct, type ActDetails } from "../../case/act.js";
import type { CaseAct } from "../../case/life.js";
import { proofOf } from "../../case/proof.js";
import { clocksOf } from "../../case/clock.js";
import { proofPdf } from "../../document/proof-pdf.js";
import { dropFile } from "../../evidence/keep-file.js";
import { readJson } from "../../http/read-json.js";
import { badRequest, notFound, Refusal } from "../../http/refusal.js";
import { attach, sendFile } from "../../http/send-file.js";
import type { KeptMatter } from "../../store/case-store.js";
import { readUpload } from "../webchat/upload.js";
import { addGroupRoutes } from "./group-routes.js";
import { addPaperRoutes } from "./paper-routes.js";
import { promised, summaryLines, titleOf, viewCase } from "./case-view.js";
import type { Webcase } from "./webcase.js";

const TEXT_CHARS_MAX = 2_000;
const text = (what: string) => z.string().trim().min(1, `${what}是空的。`).max(TEXT_CHARS_MAX, `${what}太长了，请分几次写。`);
const Message = z.strictObject({ id: z.string().regex(/^[\w-]{8,64}$/), text: text("留言") });
const Withdraw = z.strictObject({ confirm: z.literal(true) });
const Reason = z.strictObject({ reason: text("原因") });

/** Each begins with the only check there is: whose code this is. */
export function caseRoutes(webcase: Webcase): Router {
  const { access, store, clock, filesFolder } = webcase;
  const router = Router();

  router.get("/", async (request, response) => {
    response.json(await view(webcase, await access.accessCase(request)));
  });

  router.post("/messages", async (request, response) => {
    const matter = await access.accessCase(request);
    const message = await read(Message, request, response);
    await store.addCaseMessage(matter.reference, { ...message, at: clock(), from: "complainant" });
    if (matter.state === "awaiting-worker") await act(webcase, matter, { act: "resume", by: "system" }).catch(() => undefined);
    response.json(await view(webcase, matter));
  });

  router.post("/upload", async (request, response) => {
    const matter = await access.accessCase(request);
    const { attachments } = await readUpload(request, filesFolder);
    const { conversationId, reference } = matter;
    try {
      await store.addEvidence(
        reference,
        attachments.map((file) => ({ ...file, conversationId, at: clock() })),
      );
    } catch (error) {
      await Promise.all(attachments.map(({ file }) => dropFile(filesFolder, file)));
      throw error;
    }
    webcase.filesCame();
    response.json(await view(webcase, matter));
  });

  router.get("/files/:file", async (request, response) => {
    const { reference } = await access.accessCase(request);
    const file = await store.evidence(reference, request.params.file);
    if (file === undefined) throw notFound();
    await sendFile(response, filesFolder, file);
  });

  router.post("/withdraw", async (request, response) => {
    const matter = await access.accessCase(request);
    await read(Withdraw, request, response);
    if (matter.state !== "withdrawn") await act(webcase, matter, { act: "withdraw", by: "complainant" });
    response.json(await view(webcase, matter));
  });

  for (const name of ["reopen", "unsolved"] as const) {
    router.post(`/${name}`, async (request, response) => {
      const matter = await access.accessCase(request);
      const { reason } = await read(Reason, request, response);
      await act(webcase, matter, { act: name, by: "complainant", details: { reason } });
      response.json(await view(webcase, matter));
    });
  }

  addProofRoutes(router, webcase);
  addPaperRoutes(router, webcase);
  addGroupRoutes(router, webcase, (matter) => view(webcase, matter));
  return router;
}

function addProofRoutes(router: Router, webcase: Webcase): void {
  const { access, store, clock, region } = webcase;

  router.get("/proof.pdf", async (request, response) => {
    const matter = await access.accessCase(request);
    const { reference, openedAt: filedAt, summarySha256 = "" } = matter;
    const facts = { reference, filedAt, summarySha256, title: titleOf(matter, webcase), summary: summaryLines(matter, webcase) };
    const promise = matter.state === "waiting" ? promised(matter, region) : {};
    const blocks = proofOf({ ...facts, ...promise, unit: region.union, hotline: region.hotline, printedAt: clock() });
    attach(response, "application/pdf", `${reference}.pdf`).send(Buffer.from(proofPdf(blocks)));
  });

  router.get("/filed.json", async (request, response) => {
    const { reference } = await access.accessCase(request);
    const filed = await store.filedText(reference);
    if (filed === undefined) throw notFound();
    attach(response, "application/json; charset=utf-8", `${reference}.json`).send(Buffer.from(filed));
  });
}

async function view(webcase: Webcase, { reference }: Pick<KeptMatter, "reference">): Promise<ReturnType<typeof viewCase>> {
  const whole = await webcase.store.wholeMatter(reference);
  if (whole === undefined) throw notFound();
  return viewCase(whole, webcase);
}

interface Act {
  readonly act: CaseAct;
  readonly by: "complainant" | "system";
  readonly details?: ActDetails;
}

/** Throws a Refusal 409 when the case has moved on, or does not allow it. */
async function act({ store, clock, calendar, region }: Webcase, matter: KeptMatter, { act: name, by, details = {} }: Act): Promise<void> {
  const day = { now: clock(), calendar, ...clocksOf(region) };
  const decided = decideAct(matter, name, { mover: { actor: by }, details }, day);
  if (decided.kind === "refused") throw new Refusal(409, "not-now", decided.why);
  const changed = await store.changeMatter(decided.change);
  if (changed.kind !== "changed") throw new Refusal(409, "moved", "工作人员刚刚更新了这件事，请看一下再操作。");
}

async function read<T>(schema: z.ZodType<T>, request: Request, response: Response): Promise<T> {
  const parsed = schema.safeParse(await readJson(request, response));
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues[0]?.message ?? "";
  throw badRequest(/^\p{Script=Han}/u.test(said) ? said : undefined);
}
