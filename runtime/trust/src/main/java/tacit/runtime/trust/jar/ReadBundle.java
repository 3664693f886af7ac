package tacit.runtime.trust.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.ComponentFacts;

/**
 * What a jar says of itself. Immutable.
 *
 * @param manifest its manifest
 * @param facts its facts; of roles that several components claim, the first one's
 * @param problems what is wrong with its roles, each a sentence
 */
public record ReadBundle(BundleManifest manifest, BundleFacts facts, List<String> problems) {

    /** The role of a bundle that fills none: this and its symbolic name. */
    private static final String EXTENSION = "extension/";

    public ReadBundle {
        problems = List.copyOf(problems);
    }

    /** Reads a jar that is open. */
    public static ReadBundle of(OpenJar jar) throws UnreadableJarException {
        BundleManifest manifest = BundleManifest.of(jar);
        List<ComponentFacts> components = new ComponentXml(jar).read(manifest);
        List<String> problems = new ArrayList<>();
        SortedMap<String, String> roles = roles(components, problems);
        if (roles.isEmpty()) {
            roles.put(EXTENSION + manifest.symbolicName(), "");
        }
        BundleFacts facts = new BundleFacts(
                manifest.symbolicName(),
                manifest.version(),
                roles,
                components,
                manifest.neededImports(),
                MetatypeXml.read(jar));
        return new ReadBundle(manifest, facts, problems);
    }

    private static SortedMap<String, String> roles(List<ComponentFacts> components, List<String> problems) {
        SortedMap<String, String> roles = new TreeMap<>();
        for (ComponentFacts component : components) {
            String role = component.role();
            if (role == null) {
                continue;
            }
            if (!role.matches("[a-z0-9-]{1,60}(/[a-z0-9-]{1,60})?") || role.startsWith(EXTENSION)) {
                problems.add("Component '" + component.name() + "' has the role '" + role
                        + "', which is not the name of one: lower case letters, digits and hyphens, with at most one"
                        + " slash between");
            } else if (component.interfaces().size() != 1) {
                problems.add("Component '" + component.name() + "' fills role " + role + " and offers "
                        + component.interfaces().size() + " interfaces; it must offer exactly one");
            } else if (roles.putIfAbsent(role, component.interfaces().get(0)) != null) {
                problems.add("Two components fill role " + role + "; a bundle fills a role once");
            }
        }
        return roles;
    }
}
