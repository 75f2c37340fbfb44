import { createApp } from "vue";
import DeskApp from "./view/desk-app.vue";
import { followAddress } from "./state/place.js";

followAddress();
createApp(DeskApp).mount("#desk");
