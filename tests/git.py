"""Git as tests use it: with a name that belongs to nobody."""

GIT_IDENTITY = {
    f"GIT_{role}_{part}": f"{role.lower()}@example.nl" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
}
"""The variables by which git knows who commits."""
