"""The form of an uploaded picture: bounded before it is decoded, cleared of what it tells."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from citewell.images import bounds


class BoundedImageField(WagtailImageField):
    """Wagtail's field, which looks at the header first."""

    def to_python(self, data: Any) -> Any:
        if data and hasattr(data, "read"):
            if data.size > self.max_upload_size:
                self.check_image_file_size(data)
            try:
                bounds.check(data)
            except bounds.Refused as refusal:
                raise ValidationError(str(refusal), code="invalid_image") from None
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except Exception:  # Wagtail asks the size by decoding, and broken files fail there
            raise ValidationError(_("This file cannot be read as a picture.")) from None


class ImageForm(BaseImageForm):
    """Wagtail's form with that field."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        if old := self.fields.get("file"):
            self.fields["file"] = BoundedImageField(
                required=old.required, label=old.label, widget=old.widget, help_text=old.help_text
            )

    def clean_file(self) -> Any:
        """The uploaded file without its metadata."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        file.seek(0)
        data = file.read()
        try:
            cleared = bounds.without_metadata(data)
        except Exception:  # a header that promised more than the file holds
            raise ValidationError(_("This file cannot be read as a picture.")) from None
        file.seek(0)
        if cleared is data:
            return file
        replaced = SimpleUploadedFile(str(file.name), cleared, str(file.content_type))
        replaced.image = getattr(file, "image", None)  # type: ignore[attr-defined]
        return replaced
