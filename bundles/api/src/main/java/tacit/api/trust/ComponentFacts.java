package tacit.api.trust;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One declarative services component of a bundle. Immutable.
 *
 * @param name the component's name
 * @param role the role that it fills; null when it fills none
 * @param interfaces the services that it registers
 * @param references the services that it cannot do without
 * @param pids the PIDs of its configuration
 */
public record ComponentFacts(
        String name, @Nullable String role, List<String> interfaces, List<String> references, List<String> pids) {

    public ComponentFacts {
        Objects.requireNonNull(name, "name");
        interfaces = List.copyOf(interfaces);
        references = List.copyOf(references);
        pids = List.copyOf(pids);
    }
}
