// Loads the page again once the site was made anew. For whoever writes the program; a published site has no such script.
const shown = document.getElementById("leadkit-serve").dataset.version;

async function ask() {
  try {
    const answer = await fetch("/-/version", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) {
      location.reload();
      return;
    }
  } catch {
    // The server has stopped, and may come back.
  }
  setTimeout(ask, 200);
}
ask();
