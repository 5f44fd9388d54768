// Loads the page again once it was made anew. For whoever writes the program; a published site has no such script.
const shown = document.getElementById("leadkit-serve").dataset.version;

async function ask() {
  try {
    const answer = await fetch(`/-/version?${encodeURIComponent(decodeURIComponent(location.pathname))}`, { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== shown) {
      location.reload();
      return;
    }
  } catch {
    // The server has stopped, and may come back.
  }
  setTimeout(ask, 100);
}
ask();
