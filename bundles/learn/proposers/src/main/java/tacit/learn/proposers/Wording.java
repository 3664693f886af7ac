package tacit.learn.proposers;

import java.util.List;
import tacit.api.ingest.Redactor;

/** Texts of proposers as they are kept: one line each, without secrets, and short. Thread-safe. */
final class Wording {

    private static final int LONGEST = 500;
    private static final int MOST_NOTES = 20;

    private final Redactor redactor;

    Wording(Redactor redactor) {
        this.redactor = redactor;
    }

    String line(String text) {
        String plain = redactor.redact(text).text().replaceAll("\\R+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }

    List<String> notes(List<String> notes) {
        return notes.stream()
                .limit(MOST_NOTES)
                .map(this::line)
                .filter(note -> !note.isEmpty())
                .toList();
    }
}
