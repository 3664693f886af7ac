package tacit.runtime.harness.activation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import tacit.runtime.harness.routing.DeclaredRole;
import tacit.runtime.harness.slot.StepFailure;

/** The roles that the bundles of the host declare. Thread-safe. */
final class DeclaredRoles {

    /** The roles of bundles that fill none: they only contribute. */
    static final String EXTENSION = "extension/";

    private final BundleContext context;

    DeclaredRoles(BundleContext context) {
        this.context = context;
    }

    List<DeclaredRole> all() {
        return DeclaredRole.of(context);
    }

    /** The declaration of a role; null for an extension, which has none. */
    @Nullable
    DeclaredRole of(String role) throws StepFailure {
        if (role.startsWith(EXTENSION)) {
            return null;
        }
        Optional<DeclaredRole> found = all().stream()
                .filter(declared -> declared.name().equals(DeclaredRole.family(role)))
                .findFirst();
        if (found.isEmpty()) {
            throw new StepFailure("no bundle declares a role '" + DeclaredRole.family(role) + "'");
        }
        if (found.get().many() != role.contains("/")) {
            throw new StepFailure(
                    found.get().many()
                            ? "role '" + role + "' must have a name of its own: " + role + "/<name>"
                            : "role '" + DeclaredRole.family(role) + "' has one provider and takes no name");
        }
        return found.get();
    }
}
