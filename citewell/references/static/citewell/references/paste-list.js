/* "Paste a list" below the reference list of the page editor. */
(() => {
  const { ListBlockDefinition } = window.wagtailStreamField.blocks;

  const isEmpty = ({ value }) => !value.source && !(value.line || '').trim();

  /* Appends the entries; the empty ones a new list begins with go. */
  const put = (list, entries) => {
    for (let place = list.children.length - 1; place >= 0; place -= 1) {
      if (isEmpty(list.children[place].getState())) list.deleteBlock(place);
    }
    const first = list.children.length;
    entries.forEach(({ id, value }) => {
      list.insert(value, list.children.length, { id, collapsed: true });
    });
    list.children[first]?.focus();
  };

  const control = (list, { url, label, failed }) => {
    const place = document.createElement('p');
    const button = document.createElement('button');
    const status = document.createElement('span');
    button.type = 'button';
    button.className = 'button button-small button-secondary paste-list';
    button.textContent = label;
    status.setAttribute('role', 'status');
    place.append(button, ' ', status);
    button.addEventListener('click', () => {
      status.textContent = '';
      const ajaxify = (modal) => modal.ajaxifyForm(modal.body.find('form'));
      window.ModalWorkflow({
        url,
        triggerElement: button,
        onload: {
          paste: (modal) => {
            ajaxify(modal);
            modal.body.find('textarea').trigger('focus');
          },
          check: ajaxify,
          refused: () => {},
          taken: (modal, { entries, message }) => {
            modal.close();
            put(list, entries);
            status.textContent = message;
          },
        },
        onError: () => {
          status.textContent = failed;
        },
      });
    });
    return place;
  };

  class ReferenceListDefinition extends ListBlockDefinition {
    render(...args) {
      const list = super.render(...args);
      list.container.append(control(list, this.meta.paste));
      return list;
    }
  }

  window.telepath.register('citewell.references.ReferenceList', ReferenceListDefinition);
})();
