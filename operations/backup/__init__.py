"""Backups: every table and file in one checked archive that either database restores.

``tables`` reads and writes rows, ``archive`` (pure) the file, ``sealing`` (pure) encrypts it,
``making`` and ``restoring`` put them together.
"""
