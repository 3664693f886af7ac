package tacit.runtime.harness.routing;

import org.osgi.framework.Bundle;

/** Tells the bundles of the slots from all others: by where they were installed from. */
final class Slots {

    private static final String LOCATION = "slot:";

    private Slots() {}

    static boolean holds(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }
}
