package tacit.runtime.harness;

import org.osgi.framework.Bundle;

/** Tells the bundles of the slots from all others: by where they were installed from. */
public final class Slots {

    /** What the location of each slot begins with. */
    public static final String LOCATION = "slot:";

    private Slots() {}

    public static boolean holds(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }
}
