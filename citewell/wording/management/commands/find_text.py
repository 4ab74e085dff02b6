"""Where do we say this? From the command line."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from citewell.wording.finding_text import find_text
from citewell.wording.indexing import rebuild
from citewell.wording.querying import CannotSearch, understand


class Command(BaseCommand):
    """Prints each place; exit code 1 where the phrase cannot be searched."""

    help = "Find a phrase in all pages, drafts, translations and snippets, each place in context."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("phrase", help="A phrase, dose, drug, number or link.")
        parser.add_argument("--forms", action="store_true", help="Also other forms of its words.")
        parser.add_argument("--near", action="store_true", help="Also near spellings.")
        parser.add_argument("--rebuild", action="store_true", help="Build the index anew first.")
        parser.add_argument("--json", action="store_true", help="Print the result as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            wanted = understand(options["phrase"], forms=options["forms"], near=options["near"])
        except CannotSearch as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["rebuild"]:
            rebuild()
        answer = find_text(wanted, most=1_000_000)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(answer), ensure_ascii=False, indent=1))
            return
        for each in answer.found:
            where = f"{each.title} ({each.language or each.model}, {each.version}) {each.label}"
            self.stdout.write(f"{where}: {each.before}[{each.words}]{each.after}")
        self.stdout.write(f"{answer.passages} places, {answer.subjects} pages and snippets.")
        if wanted.note:
            self.stderr.write(wanted.note)
