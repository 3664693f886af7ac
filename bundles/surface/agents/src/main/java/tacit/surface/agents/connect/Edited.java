package tacit.surface.agents.connect;

import java.util.List;
import java.util.Objects;

/**
 * A settings file as it is going to be. Immutable.
 *
 * @param text the new text; the old one where nothing is to be done
 * @param written what of it is ours
 * @param notes what the user should know, in sentences
 */
record Edited(String text, Written written, List<String> notes) {

    Edited {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(written, "written");
        notes = List.copyOf(notes);
    }
}
