import { ref } from "vue";
import type { Voice } from "../ask/shapes.js";

const STILL_MS = 5_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is being written right now; told to colleagues, forgotten when the keys rest. */
export const typing = ref<Voice>();

export function keyPressed(voice: Voice): void {
  typing.value = voice;
  clearTimeout(timer);
  timer = setTimeout(() => (typing.value = undefined), STILL_MS);
}
