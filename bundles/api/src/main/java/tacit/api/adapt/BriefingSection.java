package tacit.api.adapt;

import java.util.List;
import java.util.Objects;

/**
 * One part of a briefing. Immutable.
 *
 * @param id such as {@code evolution_metrics}
 * @param title its heading
 * @param lines what it says
 */
public record BriefingSection(String id, String title, List<Line> lines) {

    /** What a line stands for. */
    public enum Status {
        /** Went well. */
        COMPLETED,
        /** Went wrong. */
        FAILED,
        /** Says what is. */
        INFO
    }

    /**
     * One line.
     *
     * @param status what it stands for
     * @param text in words
     */
    public record Line(Status status, String text) {

        public Line {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(text, "text");
        }
    }

    public BriefingSection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        lines = List.copyOf(lines);
    }
}
