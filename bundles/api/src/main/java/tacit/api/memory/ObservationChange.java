package tacit.api.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody corrects about an observation; what is null stays. Immutable.
 *
 * @param title of 1 to 160 characters
 * @param subtitle of at most 200 characters
 * @param narrative of 1 to 2000 characters
 * @param facts at most 12, of 1 to 240 characters
 * @param concepts at most 12, of 1 to 240 characters
 * @param filesRead at most 12, of 1 to 240 characters
 * @param filesModified at most 12, of 1 to 240 characters
 * @param privacy {@link ArchivePrivacy#NORMAL}, {@link ArchivePrivacy#PRIVATE} or {@link ArchivePrivacy#SUPPRESSED}
 */
public record ObservationChange(
        @Nullable String title,
        @Nullable String subtitle,
        @Nullable String narrative,
        @Nullable List<String> facts,
        @Nullable List<String> concepts,
        @Nullable List<String> filesRead,
        @Nullable List<String> filesModified,
        @Nullable ArchivePrivacy privacy) {

    public ObservationChange {
        bound("title", title, 1, 160);
        bound("subtitle", subtitle, 0, 200);
        bound("narrative", narrative, 1, 2000);
        facts = bound("facts", facts);
        concepts = bound("concepts", concepts);
        filesRead = bound("filesRead", filesRead);
        filesModified = bound("filesModified", filesModified);
        if (privacy == ArchivePrivacy.REDACTED) {
            throw new IllegalArgumentException("privacy must not be REDACTED: words go by redaction alone");
        }
    }

    private static void bound(String name, @Nullable String text, int least, int most) {
        if (text != null && (text.strip().length() < least || text.length() > most)) {
            throw new IllegalArgumentException(
                    name + " must have " + least + " to " + most + " characters, got " + text.length());
        }
    }

    private static @Nullable List<String> bound(String name, @Nullable List<String> texts) {
        if (texts == null) {
            return null;
        }
        if (texts.size() > 12) {
            throw new IllegalArgumentException(name + " must be at most 12, got " + texts.size());
        }
        texts.forEach(text -> bound(name, text, 1, 240));
        return List.copyOf(texts);
    }
}
