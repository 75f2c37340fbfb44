import { shallowRef } from "vue";
import type { Answer } from "../ask/ask.js";

/** While set, the password is asked for; `done` says whether it was given. */
export const proofWanted = shallowRef<{ readonly done: (given: boolean) => void }>();

/** Does it; when the server wants the password again, asks for it and tries once more. */
export async function withProof<T>(act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const first = await act();
  if (first.kind === "ok" || first.code !== "confirm-needed") return first;
  const given = await new Promise<boolean>((resolve) => {
    proofWanted.value = {
      done(proved) {
        proofWanted.value = undefined;
        resolve(proved);
      },
    };
  });
  return given ? act() : { kind: "refused", code: "cancelled", message: "没有输入密码，没有执行。" };
}
