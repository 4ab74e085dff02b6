"""The lay vocabulary: everyday words beside the words of medicine. No Django here."""
