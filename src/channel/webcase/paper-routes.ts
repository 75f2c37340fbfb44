import type { Router } from "express";
import { fillPaper, papersFor } from "../../case/paper.js";
import { paperDocx } from "../../document/paper-docx.js";
import { notFound } from "../../http/refusal.js";
import { attach } from "../../http/send-file.js";
import { dialogHeld } from "./case-view.js";
import type { Webcase } from "./webcase.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Papers for whoever holds the code, made anew at each asking and kept nowhere. */
export function addPaperRoutes(router: Router, webcase: Webcase): void {
  const { access, store, library, region } = webcase;

  router.get("/papers/:id", async (request, response) => {
    const { reference } = await access.accessCase(request);
    const whole = await store.wholeMatter(reference);
    const held = whole && dialogHeld(whole.matter, webcase);
    if (whole === undefined || held === undefined) throw notFound();
    const template = papersFor(library.papers, held.dialog.id).find(({ id }) => id === request.params.id);
    if (template === undefined) throw notFound();
    const evidence = library.evidence.get(held.dialog.id);
    const files = whole.files.map(({ name }) => name);
    const paper = fillPaper(template, { ...held, region, files, ...(evidence === undefined ? {} : { evidence }) });
    attach(response, DOCX, `${reference}-${template.id}.docx`).send(Buffer.from(await paperDocx(paper)));
  });
}
