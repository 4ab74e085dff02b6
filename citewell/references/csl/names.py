"""People and organisations of an item, from text and to text."""

from citewell.references.csl.vocabulary import CSLName


def name_from_text(text: str) -> CSLName:
    """Read “Family, Given” or “Family, Given, Suffix”; text without a comma stands as it is."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or len(parts) > 3 or not parts[0]:
        return {"literal": text.strip()}
    name: CSLName = {"family": parts[0]}
    if parts[1]:
        name["given"] = parts[1]
    if len(parts) == 3 and parts[2]:
        name["suffix"] = parts[2]
    return name


def family_as_text(name: CSLName) -> str:
    """Write the family name with its particles before it."""
    parts = (name.get("dropping-particle"), name.get("non-dropping-particle"), name.get("family"))
    return " ".join(part for part in parts if part)


def name_as_text(name: CSLName) -> str:
    """Write a name as “Family, Given, Suffix”, particles before the family name.

    A suffix without a given name leaves the given name's place empty: “Lee, , Jr.”.
    """
    if literal := name.get("literal"):
        return literal
    family, given, suffix = family_as_text(name), name.get("given", ""), name.get("suffix", "")
    if not family:
        return ", ".join(part for part in (given, suffix) if part)
    return ", ".join([family, given, suffix] if suffix else [family, given] if given else [family])
