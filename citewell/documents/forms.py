"""The form of an uploaded document: what it holds must be what its name says."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from citewell.documents.contents import MOST_BYTES, agrees


class DocumentForm(BaseDocumentForm):
    """Wagtail's form, which looks into the file."""

    def clean_file(self) -> Any:
        """Refuse what is too large, or another thing than its name says."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(_("This file is larger than 15 MB."))
        extension = Path(str(file.name)).suffix.lower().lstrip(".")
        if not agrees(file, extension):
            raise ValidationError(
                _("This file is not what its name says: its content is no .%(extension)s file.")
                % {"extension": extension}
            )
        return file
