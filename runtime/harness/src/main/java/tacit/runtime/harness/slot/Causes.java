package tacit.runtime.harness.slot;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Says in words what keeps a bundle from running. */
final class Causes {

    private static final Pattern PACKAGE =
            Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)(?:\\(version>=([^)]+)\\))?");

    private Causes() {}

    /** The deepest cause; what it says of itself is the bundle's own text. */
    static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String type = root.getClass().getName();
        return root.getMessage() == null ? type : type + ": " + root.getMessage();
    }

    /** What a bundle that does not resolve asks for in vain. */
    static String missing(Bundle bundle, FrameworkWiring wiring) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if (mandatory(requirement.getDirectives())) {
                Collection<?> found = wiring.findProviders(requirement);
                if (found.isEmpty()) {
                    return missing(requirement);
                }
            }
        }
        return "what it imports is there, but not in one consistent set";
    }

    private static boolean mandatory(Map<String, String> directives) {
        String effective = directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, "resolve");
        return effective.equals("resolve")
                && !Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE));
    }

    private static String missing(BundleRequirement requirement) {
        String filter = String.valueOf(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE));
        Matcher wanted = PACKAGE.matcher(filter);
        if (wanted.find()) {
            String version = wanted.group(2) == null ? "" : " " + wanted.group(2);
            return "it imports package '" + wanted.group(1) + "'" + version + ", which no bundle exports";
        }
        return "it requires " + requirement.getNamespace() + " " + filter + ", which nothing here provides";
    }
}
