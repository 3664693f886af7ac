package tacit.examples.records.changes;

import java.util.List;
import java.util.Locale;

/** Tasks that belong together: which tables they are about, and how the user names a record. */
enum Part {
    /** By its name; what can be learned from. */
    LEARNED(Form.NAME, 1),
    /** By its name, in other tables; what a change is judged by. */
    HELD_OUT(Form.NAME, 2),
    /** By its name, in other tables again; where a change shows what it is worth. */
    LATER(Form.NAME, 3),
    /** By its name and a code that it no longer has. */
    RENAMED(Form.OLD_CODE, 2),
    /** By its code alone. */
    CODED(Form.CODE, 3);

    /** How a user names a record. */
    enum Form {
        NAME,
        OLD_CODE,
        CODE
    }

    private final Form form;
    private final int tables;

    Part(Form form, int tables) {
        this.form = form;
        this.tables = tables;
    }

    Form form() {
        return form;
    }

    List<Kind> kinds() {
        return Kind.of(tables);
    }

    /** As options have it, such as {@code held-out}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Part of(String word) {
        for (Part part : values()) {
            if (part.word().equals(word)) {
                return part;
            }
        }
        throw new IllegalArgumentException(
                "--part must be learned, held-out, later, renamed or coded, got '" + word + "'");
    }
}
