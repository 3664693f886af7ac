package tacit.runtime.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import tacit.api.harness.Calls;

/** The interfaces of which calls are recorded, as the manifest of the API declares them. */
final class Contracts {

    private static final Pattern CAPABILITY = Pattern.compile("tacit\\.(?:role|recorded);[^,]*type=\"([\\w.]+)\"");

    private Contracts() {}

    static List<Class<?>> all() {
        return CAPABILITY
                .matcher(manifest().getMainAttributes().getValue("Provide-Capability"))
                .results()
                .<Class<?>>map(match -> load(match.group(1)))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Manifest manifest() {
        String self = Calls.class.getName().replace('.', '/') + ".class";
        String url = String.valueOf(Calls.class.getClassLoader().getResource(self));
        try (InputStream in = new URL(url.replace(self, "META-INF/MANIFEST.MF")).openStream()) {
            return new Manifest(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Method> methods(Class<?> type) {
        return Arrays.asList(type.getMethods());
    }
}
