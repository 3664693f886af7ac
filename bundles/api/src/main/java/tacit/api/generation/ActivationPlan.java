package tacit.api.generation;

import java.util.List;
import java.util.Objects;

/**
 * What an activation would do; nothing was changed to find out. Immutable.
 *
 * @param diff between the active generation and the one that would be
 * @param packages packages that a bundle imports now and did not before, or no longer: {@code +name range}, {@code -name}
 * @param services what the bundles would register or no longer register: {@code +interface (component)}, {@code -…}
 * @param affected who asks the roles that change: bundles by name, with the role
 * @param problems why it would be refused, as far as can be seen without starting anything; empty when nothing speaks
 *     against it
 */
public record ActivationPlan(
        GenerationDiff diff,
        List<String> packages,
        List<String> services,
        List<String> affected,
        List<String> problems) {

    public ActivationPlan {
        Objects.requireNonNull(diff, "diff");
        packages = List.copyOf(packages);
        services = List.copyOf(services);
        affected = List.copyOf(affected);
        problems = List.copyOf(problems);
    }
}
