/* Rich text editors of a page's blocks, started late.

   An article of 150 blocks has some 240 of them, and starting one takes several milliseconds:
   started all at once they keep an editor waiting for seconds. Until one is near the window,
   gets the focus or the browser has nothing else to do, its text stands there to be read; what
   is saved is the hidden field, which Wagtail fills before any editor starts. */
(() => {
  const NEAR = '100% 0px'; // a window's height above and below

  const waiting = new Map(); // a text that stands for its editor → what starts it, in page order

  const start = (text) => {
    const mount = waiting.get(text);
    waiting.delete(text);
    near.unobserve(text);
    mount?.();
  };

  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting)
      .forEach((entry) => start(entry.target)),
    { rootMargin: NEAR },
  );

  /* Safari has no idle callbacks; a pause between two editors does there. */
  const whenIdle = window.requestIdleCallback
    ?? ((startNext) => setTimeout(() => startNext({ timeRemaining: () => 0 }), 50));

  let isAsked = false;
  const startTheRest = () => {
    if (isAsked || !waiting.size) return;
    isAsked = true;
    whenIdle((deadline) => {
      isAsked = false;
      do {
        const [text] = waiting.keys();
        start(text);
      } while (waiting.size && deadline.timeRemaining() > 10);
      startTheRest();
    });
  };

  /* Comments hang on the words of an editor that runs. */
  const hasComments = () => {
    const data = document.getElementById('comments-data');
    return Boolean(data && JSON.parse(data.textContent).comments?.length);
  };

  /* What is copied or split off comes as a running editor's state; an empty text is a new
     block, in which somebody is about to write. */
  const linesOf = (state) => (typeof state === 'string' ? JSON.parse(state)?.blocks ?? [] : []);
  const isLate = (state) => linesOf(state).some((block) => block.text) && !hasComments();

  const textOf = (state) => {
    const element = document.createElement('div');
    element.className = 'late-rich-text';
    element.tabIndex = 0;
    linesOf(state).forEach((block) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = block.text;
      element.append(paragraph);
    });
    return element;
  };

  class LateRichTextArea extends window.draftail.DraftailRichTextArea {
    render(container, name, id, state, capabilities, options = {}) {
      if (!isLate(state)) {
        return super.render(container, name, id, state, capabilities, options);
      }
      const input = document.createElement('input');
      input.type = 'hidden';
      input.id = id;
      input.name = name;
      Object.entries(options.attributes ?? {}).forEach(([key, value]) => {
        if (typeof value === 'boolean') input.toggleAttribute(key, value);
        else input.setAttribute(key, value);
      });
      input.value = state;
      const text = textOf(state);
      container.append(input, text);

      const editor = new LateRichTextArea({ ...this.options, ...options })
        .getByName(name, container);
      editor.capabilities = new Map(capabilities);
      const running = Object.getPrototypeOf(editor);
      const late = ['getState', 'setState', 'focus', 'setCapabilityOptions'];
      const mount = () => {
        late.forEach((method) => delete editor[method]);
        if (!input.isConnected) return;
        text.remove();
        [, editor.setDraftailOptions] = window.draftail.initEditor(
          `#${CSS.escape(id)}`,
          editor.getFullOptions(),
          null,
        );
      };
      late.forEach((method) => {
        editor[method] = (...values) => {
          start(text);
          return running[method].apply(editor, values);
        };
      });
      editor.setCapabilityOptions = (capability, changes) => {
        Object.assign(editor.capabilities.get(capability), changes);
      };
      text.addEventListener('focus', () => editor.focus());
      waiting.set(text, mount);
      near.observe(text);
      startTheRest();
      return editor;
    }
  }

  window.telepath.register('citewell.blocks.LateRichTextArea', LateRichTextArea);
})();
