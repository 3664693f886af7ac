package tacit.runtime.launcher.framework;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.Set;
import java.util.StringJoiner;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The packages of the launcher's own class path that bundles may import. */
final class SystemPackages {

    /** JLine finds its terminal only here; the others let the launcher ask SCR without reflection. */
    private static final Set<String> LIBRARIES =
            Set.of("org.jline", "org.osgi.service.component", "org.osgi.util.promise", "org.osgi.util.function");

    private SystemPackages() {}

    /** The export clauses of those libraries, from their manifests. */
    static String header() throws IOException {
        StringJoiner clauses = new StringJoiner(",");
        Enumeration<URL> manifests = SystemPackages.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
        while (manifests.hasMoreElements()) {
            Attributes attributes = read(manifests.nextElement());
            String name = attributes.getValue("Bundle-SymbolicName");
            if (name != null && LIBRARIES.contains(name)) {
                clauses.add(attributes.getValue("Export-Package"));
            }
        }
        return clauses.toString();
    }

    private static Attributes read(URL manifest) throws IOException {
        try (InputStream content = manifest.openStream()) {
            return new Manifest(content).getMainAttributes();
        }
    }
}
