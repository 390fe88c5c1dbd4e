/** Redirect /embed/?thema=wonen to the list of that theme, which a static host cannot do. */
import { addressOf } from "./address.js";

const address = addressOf(location.search, document.body.dataset.themes?.split(" ") ?? []);
if (address) location.replace(address);
