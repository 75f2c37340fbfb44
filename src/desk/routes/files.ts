import { join } from "node:path";
import { Refusal } from "../../http/refusal.js";
import { sendFile } from "../../http/send-file.js";
import { accessMatter } from "../access.js";
import { route } from "../route.js";

export const fileRoutes = [
  route("GET /matters/:reference/files/:file", {
    title: "下载一份材料：照片给去掉地点时间的那份",
    may: "matter.see",
    async handle(call) {
      const { desk, params, response, audited } = call;
      const { reference } = await accessMatter(call);
      const found = await audited(reference, { file: params["file"] ?? "" }).evidence(reference, params["file"] ?? "");
      if (found === undefined) throw new Refusal(404, "not-found", "没有这份材料。");
      const { clean, ...original } = found;
      if (clean === undefined && original.contentType.startsWith("image/"))
        throw new Refusal(409, "not-ready", "这张照片还在处理，请过一会儿再看。");
      await sendFile(response, join(desk.dataDir, "files"), { ...original, ...clean });
      return {};
    },
  }),
];
