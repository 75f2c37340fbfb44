import { ref } from "vue";

/** How many dialogs are open; while one is, single keys mean nothing else. */
export const dialogs = ref(0);
