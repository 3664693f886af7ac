package tacit.api.pulse;

import java.time.Duration;
import java.util.Objects;

/**
 * A point of a checklist. Immutable.
 *
 * @param id the first 12 hexadecimal digits of SHA-1 over heading, newline and text in one line
 * @param heading under which it stands
 * @param text what is to be done
 * @param every how often; zero for each pulse
 */
public record ChecklistItem(String id, String heading, String text, Duration every) {

    public ChecklistItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(every, "every");
    }
}
