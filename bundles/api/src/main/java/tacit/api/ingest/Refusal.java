package tacit.api.ingest;

import java.util.Objects;

/**
 * Something that was not taken, and why. Immutable.
 *
 * @param file the file, or the name of the interface that it came through
 * @param position where it stands in there
 * @param reason why, in one sentence
 */
public record Refusal(String file, String position, String reason) {

    public Refusal {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(reason, "reason");
    }
}
