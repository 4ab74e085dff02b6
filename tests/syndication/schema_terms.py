"""The schema.org terms the site uses: for each type the properties it has there.

Written down from the vocabulary's definitions; inherited properties stand with the type
that uses them. A type or property that is missing here fails the test: look it up first.
"""

THING = {"@id", "@type", "name", "description", "url", "sameAs", "alternateName", "image"}
WORK = THING | {
    "about", "author", "citation", "dateModified", "datePublished", "headline", "inLanguage",
    "isBasedOn", "publisher", "reviewedBy", "text", "version", "correction",
}  # fmt: skip
PAGE = WORK | {"breadcrumb", "lastReviewed", "reviewedBy", "mainEntity"}
PLACE = {"address", "telephone", "hasMap", "openingHoursSpecification"}
ORGANISATION = THING | {"legalName", "slogan", "email", "telephone", "address"}
TERMS: dict[str, set[str]] = {
    "Article": WORK | {"articleBody", "articleSection", "wordCount"},
    "Book": WORK | {"isbn"},
    "BreadcrumbList": THING | {"itemListElement"},
    "CreativeWork": WORK,
    "ListItem": THING | {"item", "position"},
    "MedicalClinic": ORGANISATION | PLACE | {"medicalSpecialty", "isAcceptingNewPatients"},
    "MedicalCode": THING | {"codeValue", "codingSystem"},
    "MedicalCondition": THING | {"code", "signOrSymptom", "possibleTreatment", "associatedAnatomy"},
    "MedicalTherapy": THING | {"seriousAdverseOutcome"},
    "MedicalWebPage": PAGE | {"aspect", "medicalAudience"},
    "OpeningHoursSpecification": THING | {"dayOfWeek", "opens", "closes", "validFrom"},
    "Organization": ORGANISATION,
    "Person": THING | {"honorificSuffix", "jobTitle", "worksFor", "affiliation", "identifier"},
    "PostalAddress": THING
    | {"streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry"},
    "Report": WORK | {"reportNumber"},
    "ScholarlyArticle": WORK,
    "Service": THING | {"provider", "serviceType", "offers", "areaServed"},
}
REQUIRED = {
    "Article": {"headline", "url", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "MedicalClinic": {"name", "url"},
    "MedicalCondition": {"name"},
    "MedicalWebPage": {"name", "url", "inLanguage"},
    "Person": {"name"},
}


def faults(value: object) -> list[str]:
    """Types, properties and missing parts that are not as the vocabulary has them."""
    if isinstance(value, list):
        return [fault for each in value for fault in faults(each)]
    if not isinstance(value, dict):
        return [] if isinstance(value, str | int | float) else [f"a value is {value!r}"]
    kind = str(value.get("@type"))
    if kind not in TERMS:
        return [f"no type {kind}"]
    found = [f"{kind} has no {name}" for name in value.keys() - TERMS[kind]]
    found += [f"{kind} lacks {name}" for name in REQUIRED.get(kind, set()) - value.keys()]
    found += [f"{kind}.{name} is empty" for name, part in value.items() if part in ("", None)]
    return found + [fault for part in value.values() for fault in faults(part)]
