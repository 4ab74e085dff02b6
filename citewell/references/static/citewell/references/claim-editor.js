/* Claims in the rich text editor: mark a sentence and say how sure it is.

   Without a selection the sentence around the caret is meant. Signs that cite or link keep
   what they are: a claim lies around them, in pieces of one id. */
(() => {
  const { React, DraftJS } = window;
  const { EditorState, Modifier, SelectionState } = DraftJS;
  const TYPE = 'CLAIM';

  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) =>
      byte.toString(36).padStart(2, '0'),
    ).join('');

  /* Where the sentence around a place begins and ends. */
  const sentence = (text, place) => {
    const before = text.slice(0, place).match(/(?:^|[.!?]["”’)※]*\s+)([^.!?]*)$/u);
    const start = place - (before ? before[1].length : place);
    const end = text.slice(place).search(/[.!?]["”’)]*(?=\s|※|$)/u);
    return [start, end < 0 ? text.length : place + end + 1];
  };

  class ClaimSource extends React.Component {
    componentDidMount() {
      const { entity, entityType } = this.props;
      this.closed = this.closed.bind(this);
      window.jQuery(document.body).on('hidden.bs.modal', this.closed);
      const given = entity ? entity.getData() : {};
      window.ModalWorkflow({
        url: entityType.chooserUrls.edit,
        urlParams: { certainty: given.certainty ?? '' },
        onload: {
          edit: (modal) => {
            const form = modal.body[0].querySelector('[data-claim-form]');
            form.querySelector('input:checked').focus();
            form.addEventListener('submit', (event) => {
              event.preventDefault();
              const { value } = form.querySelector('input:checked');
              this.put({ id: given.id || newId(), certainty: value });
              modal.close();
            });
            form.querySelector('[data-claim-remove]')?.addEventListener('click', () => {
              this.put(null);
              modal.close();
            });
          },
        },
        onError: () => this.closed(),
      });
    }

    componentWillUnmount() {
      window.jQuery(document.body).off('hidden.bs.modal', this.closed);
    }

    /* Stretches of blocks that the claim covers: block, start, end. */
    stretches() {
      const { editorState, entity } = this.props;
      const content = editorState.getCurrentContent();
      if (entity) {
        const { id } = entity.getData();
        const found = [];
        content.getBlocksAsArray().forEach((block) => {
          block.findEntityRanges(
            (sign) => {
              const key = sign.getEntity();
              const other = key && content.getEntity(key);
              return other && other.getType() === TYPE && other.getData().id === id;
            },
            (start, end) => found.push([block, start, end]),
          );
        });
        return found;
      }
      const selection = editorState.getSelection();
      const block = content.getBlockForKey(selection.getStartKey());
      const text = block.getText();
      if (selection.isCollapsed()) return [[block, ...sentence(text, selection.getStartOffset())]];
      const sameBlock = selection.getStartKey() === selection.getEndKey();
      return [
        [block, selection.getStartOffset(), sameBlock ? selection.getEndOffset() : text.length],
      ];
    }

    put(data) {
      const { editorState } = this.props;
      let content = editorState.getCurrentContent();
      const stretches = this.stretches();
      let key = null;
      if (data) {
        content = content.createEntity(TYPE, 'MUTABLE', data);
        key = content.getLastCreatedEntityKey();
      }
      stretches.forEach(([block, from, to]) => {
        block.findEntityRanges(
          (sign) => {
            const other = sign.getEntity();
            return !other || content.getEntity(other).getType() === TYPE;
          },
          (begin, finish) => {
            const start = Math.max(begin, from);
            const end = Math.min(finish, to);
            if (start >= end) return;
            const range = SelectionState.createEmpty(block.getKey()).merge({
              anchorOffset: start,
              focusOffset: end,
            });
            content = Modifier.applyEntity(content, range, key);
          },
        );
      });
      this.done = true;
      this.props.onComplete(EditorState.push(editorState, content, 'apply-entity'));
    }

    closed() {
      if (this.done) return;
      this.done = true;
      this.props.onClose();
    }

    render() {
      return null;
    }
  }

  const Claim = ({ contentState, entityKey, children, onEdit }) => {
    const { certainty } = contentState.getEntity(entityKey).getData();
    return React.createElement(
      'span',
      {
        'className': 'claim-mark',
        'data-certainty': certainty,
        'onDoubleClick': () => onEdit(entityKey),
      },
      children,
    );
  };

  window.draftail.registerPlugin({ type: TYPE, source: ClaimSource, decorator: Claim });
})();
