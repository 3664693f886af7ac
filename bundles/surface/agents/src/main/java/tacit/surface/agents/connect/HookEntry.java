package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * One hook of ours in a settings file. Immutable; the entry is not to be changed.
 *
 * @param event the event that it is called for
 * @param entry the element in the list of that event
 */
record HookEntry(String event, JsonNode entry) {

    HookEntry {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(entry, "entry");
    }
}
