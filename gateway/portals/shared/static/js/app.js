// The comfort a page has with scripts; without them every form still works.
import { openMenuWhenWide } from "./menu.js";
import { countDown } from "./countdown.js";
import { listen } from "./events.js";
import { watchForm } from "./autosave.js";
import { showFittingFields } from "./conditions.js";
import { repeatGroups } from "./repeat.js";
import { takeFiles } from "./upload.js";
import { lookUpAddresses } from "./addresses.js";
import { lookUpFirm } from "./lookup.js";
import { sendOnce } from "./once.js";
import { offerPasskeys } from "./passkeys.js";
import { focusProblem } from "./focus.js";
import { dropUnseen } from "./documents.js";

function enliven(root) {
  countDown(root);
  showFittingFields(root);
  repeatGroups(root);
  takeFiles(root);
  watchForm(root);
  lookUpAddresses(root);
  lookUpFirm(root);
  offerPasskeys(root);
  sendOnce(root);
}

openMenuWhenWide();
enliven(document);
focusProblem();
dropUnseen();
listen();
document.body.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) enliven(event.detail.elt);
});
