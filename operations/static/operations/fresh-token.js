/* Who signs in again in another tab has forms open here that hold the token of the ended
   session: what they send is refused. After such a refusal the token is fetched anew, and
   the form is told that it changed, so that it saves itself again. */
(() => {
  const { url } = document.currentScript.dataset;
  const stock = window.fetch;

  async function renew() {
    const answer = await stock(url, { redirect: "manual", headers: { Accept: "application/json" } });
    if (!answer.ok) return; // still signed out
    const { token } = await answer.json();
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
      field.value = token;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  window.fetch = async (...request) => {
    const answer = await stock(...request);
    if (answer.status === 403) renew().catch(() => {});
    return answer;
  };
})();
