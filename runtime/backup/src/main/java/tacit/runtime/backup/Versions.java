package tacit.runtime.backup;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Which Tacit this is. */
final class Versions {

    private Versions() {}

    static String own() {
        Bundle bundle = FrameworkUtil.getBundle(Versions.class);
        return bundle == null ? "unknown" : bundle.getVersion().toString();
    }
}
