"""Moving from WordPress: an export becomes drafts, with their authors, pictures and addresses."""
