/* Citations in the rich text editor: the button, "[@", the marks and their numbers.

   A mark is an entity over one sign; its number is shown, never stored: all marks of the form
   are counted in the order in which they stand, whenever something moves. */
(() => {
  const { React, DraftJS } = window;
  const { EditorState, Modifier } = DraftJS;
  const TYPE = 'CITATION';
  const SIGN = '※';

  /* Whether the window was opened by typing "[@" rather than by the button. */
  let typed = false;
  let describeUrl = '';

  class CitationSource extends React.Component {
    componentDidMount() {
      this.typed = typed;
      typed = false;
      this.closed = this.closed.bind(this);
      window.jQuery(document.body).on('hidden.bs.modal', this.closed);
      if (this.props.entity) this.edit();
      else this.choose();
    }

    componentWillUnmount() {
      window.jQuery(document.body).off('hidden.bs.modal', this.closed);
    }

    choose() {
      this.open(this.props.entityType.chooserUrls.choose, {}, {
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: ({ id }) => this.put({ id: Number(id), locator: '' }) },
      });
    }

    edit() {
      const { id, locator } = this.props.entity.getData();
      this.open(this.props.entityType.chooserUrls.edit, { id, locator }, {
        onload: {
          edit: (modal) => {
            const form = modal.body[0].querySelector('[data-citation-form]');
            const field = form.querySelector('input');
            field.focus();
            form.addEventListener('submit', (event) => {
              event.preventDefault();
              this.put({ id, locator: field.value.trim() });
              modal.close();
            });
            form.querySelector('[data-citation-remove]').addEventListener('click', () => {
              this.remove();
              modal.close();
            });
            form.querySelector('[data-citation-other]').addEventListener('click', () => {
              this.changing = true;
              modal.close();
            });
          },
        },
      });
    }

    open(url, urlParams, { onload, responses = {} }) {
      window.ModalWorkflow({
        url,
        urlParams,
        onload,
        responses,
        onError: () => this.closed(),
      });
    }

    /* The selection that a new mark replaces: the old mark, the "[" that was typed, or nothing. */
    target() {
      const { editorState, entityKey } = this.props;
      if (entityKey) return window.Draftail.DraftUtils.getEntitySelection(editorState, entityKey);
      const selection = editorState.getSelection();
      const end = selection.getEndOffset();
      const start = this.typed ? end - 1 : end;
      return selection.merge({
        anchorKey: selection.getEndKey(),
        anchorOffset: start,
        focusKey: selection.getEndKey(),
        focusOffset: end,
        isBackward: false,
      });
    }

    put(data) {
      const content = this.props.editorState
        .getCurrentContent()
        .createEntity(TYPE, 'IMMUTABLE', data);
      const key = content.getLastCreatedEntityKey();
      this.complete(Modifier.replaceText(content, this.target(), SIGN, undefined, key));
    }

    remove() {
      const content = this.props.editorState.getCurrentContent();
      this.complete(Modifier.removeRange(content, this.target(), 'backward'));
    }

    complete(content) {
      this.done = true;
      this.props.onComplete(
        EditorState.push(this.props.editorState, content, 'insert-characters'),
      );
    }

    closed() {
      if (this.done) return;
      if (this.changing) {
        this.changing = false;
        this.choose();
        return;
      }
      this.done = true;
      if (!this.typed) {
        this.props.onClose();
        return;
      }
      // Nothing was chosen: what was typed stands as it was typed.
      const { editorState } = this.props;
      const content = Modifier.insertText(
        editorState.getCurrentContent(),
        editorState.getSelection(),
        '@',
      );
      this.props.onComplete(EditorState.push(editorState, content, 'insert-characters'));
    }

    render() {
      return null;
    }
  }

  const Citation = ({ contentState, entityKey, children, onEdit }) => {
    const { id, locator } = contentState.getEntity(entityKey).getData();
    return React.createElement(
      'span',
      {
        'className': 'citation-mark',
        'data-citation': id,
        'data-locator': locator || undefined,
        'onClick': () => onEdit(entityKey),
      },
      children,
    );
  };

  window.draftail.registerPlugin({ type: TYPE, source: CitationSource, decorator: Citation });

  window.draftail.registerPlugin(
    {
      type: 'citation-typing',
      initialize() {
        describeUrl = this.describeUrl;
      },
      // What the editor offers plugins comes last, whatever Draft.js gives before it.
      handleBeforeInput(chars, editorState, ...rest) {
        const { getProps } = rest.at(-1);
        const selection = editorState.getSelection();
        if (chars !== '@' || !selection.isCollapsed()) return 'not-handled';
        const block = editorState.getCurrentContent().getBlockForKey(selection.getStartKey());
        const at = selection.getStartOffset() - 1;
        if (block.getText().charAt(at) !== '[' || block.getEntityAt(at)) return 'not-handled';
        typed = true;
        // The editor opens the window of an entity for a command of its name.
        getProps().handleKeyCommand(TYPE);
        return 'handled';
      },
    },
    'plugins',
  );

  /* Numbers and titles */

  const known = new Map();
  let asked = false;

  const isDeleted = (mark) => {
    for (let block = mark.closest('[data-streamfield-child]'); block;
      block = block.parentElement.closest('[data-streamfield-child]')) {
      if (block.querySelector(':scope > input[type="hidden"][name$="-deleted"]')?.value) return true;
    }
    return false;
  };

  const number = () => {
    const numbers = new Map();
    const unknown = new Set();
    document.querySelectorAll('.citation-mark').forEach((mark) => {
      if (isDeleted(mark)) return;
      const id = mark.dataset.citation;
      const described = known.get(id);
      if (described === undefined) unknown.add(id);
      const source = described ? String(described.standing) : id;
      if (!numbers.has(source)) numbers.set(source, numbers.size + 1);
      const shown = described === null ? '?' : String(numbers.get(source));
      const label = mark.dataset.locator ? `${shown}, ${mark.dataset.locator}` : shown;
      if (mark.dataset.number !== label) mark.dataset.number = label;
      const title = described?.text ?? '';
      if (mark.title !== title) mark.title = title;
    });
    if (unknown.size) describe([...unknown]);
  };

  /* Asks once for all sources that nobody asked for yet. */
  const describe = async (ids) => {
    if (asked || !describeUrl) return;
    asked = true;
    try {
      const query = new URLSearchParams(ids.slice(0, 500).map((id) => ['id', id]));
      const answer = await fetch(`${describeUrl}?${query}`);
      const found = answer.ok ? await answer.json() : {};
      ids.slice(0, 500).forEach((id) => known.set(id, found[id] ?? (answer.ok ? null : {
        standing: id, text: '',
      })));
    } catch {
      ids.forEach((id) => known.set(id, { standing: id, text: '' }));
    }
    asked = false;
    number();
  };

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      number();
    });
  };
  new MutationObserver(soon).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-citation', 'data-locator', 'value'],
  });
})();
