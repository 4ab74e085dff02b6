"""The code on a leaflet: fifty bits in ten signs that cannot be taken for one another; pure.

The alphabet is Crockford's base 32: no I, L, O, U. Who reads O types 0 all the same, so letters
that look alike are forgiven, and so are small letters, blanks and hyphens.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V", " ": "", "-": "", ".": ""})


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH))


def printed(code: str) -> str:
    """A code in two groups, as people read it out: ``7K3QF-2M9XA``."""
    return f"{code[:5]}-{code[5:]}"


def read(typed: str) -> str:
    """The code that somebody typed; empty where it is none."""
    found = typed.strip().upper().translate(_ALIKE)
    is_code = len(found) == LENGTH and all(sign in ALPHABET for sign in found)
    return found if is_code else ""
