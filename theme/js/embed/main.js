/** Lets /embed/?thema=wonen show the list of that theme, which is a page of its own: a static host cannot choose it. */
import { addressOf } from "./address.js";

const address = addressOf(location.search, document.body.dataset.themes?.split(" ") ?? []);
if (address) location.replace(address);
