/* Starts what stock Wagtail starts by inline scripts, which the admin's policy forbids.
   An element names a function and its arguments; it is done once and removes itself. */

(() => {
  const FUNCTIONS = new Set([
    "initDateChooser",
    "initTimeChooser",
    "initDateTimeChooser",
    "createTaskChooser",
  ]);
  const CLASS = /^[A-Z][A-Za-z]*(?:Chooser|Panel)$|^Chooser$/;

  class Start extends window.StimulusModule.Controller {
    static values = { function: String, arguments: Array };

    connect() {
      if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", () => this.start(), { once: true });
      } else {
        this.start();
      }
    }

    start() {
      const name = this.functionValue;
      const given = this.argumentsValue;
      const target = window[name];
      this.element.remove();
      if (typeof target !== "function") return;
      if (FUNCTIONS.has(name)) target(...given);
      else if (CLASS.test(name)) new target(...given);
    }
  }

  window.wagtail.app.register("citewell-start", Start);
})();
