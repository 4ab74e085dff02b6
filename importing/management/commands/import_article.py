"""`import_article FILE`: a text, Markdown, HTML or Word file becomes a draft article."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from importing.articles import import_article
from importing.document import Refused
from importing.files import read_file
from importing.parents import find_parent


class Command(BaseCommand):
    """Read the file, write the draft, say what was understood."""

    help = "Make a draft article from a text, Markdown, HTML or Word (.docx) file."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, where it goes, how to report."""
        parser.add_argument("file", type=Path, help="a .txt, .md, .html or .docx file")
        parser.add_argument(
            "--parent", default="", help="number or address of the article index it goes under"
        )
        parser.add_argument("--json", action="store_true", help="report as JSON on stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 2 and one sentence where the file or the place is refused."""
        try:
            document = read_file(options["file"])
            imported = import_article(document, find_parent(options["parent"]))
        except Refused as refused:
            self.stderr.write(str(refused))
            sys.exit(2)
        report = imported.as_json()
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"Draft {report['page_id']}: {report['title']}")
        self.stdout.write(
            f"{len(report['headings'])} headings, {len(report['lists'])} lists, "
            f"{report['tables']} tables, {report['images']} images, "
            f"{report['references']} references, {report['teasers']} teasers."
        )
        for line in report["dropped"]:
            self.stdout.write(f"Left away: {line['text']} ({line['reason']})")
        for warning in report["warnings"]:
            self.stdout.write(f"Note: {warning}")
