"""Seconds and megabytes to answer a picture of 144 million pixels: ``make attack`` prints them."""

import resource
import sys
import time

import django


def main() -> None:
    """Check one huge PNG and print what it took, in a process of its own."""
    django.setup()
    from citewell.images.forms import BoundedImageField
    from tests.citewell.images.test_uploads import SimpleUploadedFile, bounds, png_of

    data = png_of(12_000, 12_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    try:
        BoundedImageField().clean(SimpleUploadedFile("huge.png", data))
    except Exception as refusal:
        said = str(refusal)
    else:
        raise SystemExit(f"not refused, though it has more than {bounds.MOST_PIXELS} pixels")
    seconds = time.perf_counter() - began
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    sys.stdout.write(
        f"PNG of 12,000 × 12,000 ({len(data)} bytes): {seconds:.3f} s, {more:.1f} MB more; {said}\n"
    )


if __name__ == "__main__":
    main()
