package tacit.api.adapt;

import java.util.List;
import java.util.Objects;

/**
 * What somebody should know at the begin of a day. Immutable.
 *
 * @param day such as {@code 2026-03-01}
 * @param sections the parts that have something to say
 * @param text all of it, for people
 */
public record Briefing(String day, List<BriefingSection> sections, String text) {

    public Briefing {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(text, "text");
        sections = List.copyOf(sections);
    }
}
