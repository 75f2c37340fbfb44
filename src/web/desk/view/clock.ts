import { ref } from "vue";

const TICK_MS = 20_000;

/** Now, often enough for what is shown in minutes. */
export const now = ref(Date.now());
setInterval(() => (now.value = Date.now()), TICK_MS);
