package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A variable of ours in a settings file. Immutable.
 *
 * @param name its name
 * @param value what we wrote
 * @param previous what stood there before; null where it was not there
 */
record EnvValue(String name, String value, @Nullable JsonNode previous) {

    EnvValue {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
