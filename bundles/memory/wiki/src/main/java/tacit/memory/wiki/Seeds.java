package tacit.memory.wiki;

/** What the files of a new vault say. */
final class Seeds {

    static final String SCHEMA = """
            # How this vault is kept

            - `raw/` holds what was gathered, as it came. A file there is never changed; a newer state is another file.
            - Notes lie in `concepts/`, `entities/`, `projects/`, `comparisons/`, `queries/` and `maps/`. Each has front matter with
              title, created, updated, type, tags, status and sources, and rests on the sources that it names.
            - Notes link to each other with `[[name]]`, each to two others at least.
            - `index.md` lists the notes, `log.md` says what was done, `inbox.md` what is still to be read.
            - `outputs/` holds what was made from the vault.

            ## Tags

            Keep the list of tags here, one line each.
            """;

    static final String INBOX = "# Inbox\n\nWhat was gathered and waits to be read:\n\n";

    private Seeds() {}
}
