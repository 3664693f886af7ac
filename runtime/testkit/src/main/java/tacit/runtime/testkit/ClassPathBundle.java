package tacit.runtime.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bundle on the class path of the test: a jar, or the folder that the compiler filled.
 *
 * @param symbolicName its name
 * @param place the jar or the folder
 * @param manifest what it says of itself
 */
record ClassPathBundle(String symbolicName, Path place, Manifest manifest) {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** Every bundle of the class path, by name; where a name occurs twice, the first counts as it does for classes. */
    static Map<String, ClassPathBundle> all() {
        Map<String, ClassPathBundle> bundles = new TreeMap<>();
        try {
            ClassLoader loader = ClassPathBundle.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources(MANIFEST))) {
                ClassPathBundle bundle = read(url);
                if (bundle != null) {
                    bundles.putIfAbsent(bundle.symbolicName(), bundle);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the class path: " + e.getMessage(), e);
        }
        return bundles;
    }

    static ClassPathBundle named(String symbolicName) {
        ClassPathBundle bundle = all().get(symbolicName);
        if (bundle == null) {
            throw new IllegalArgumentException("symbolicName must be on the class path, got '" + symbolicName + "'");
        }
        return bundle;
    }

    /** The bundle that a class came from. */
    static ClassPathBundle of(Class<?> type) {
        Path place = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        return all().values().stream()
                .filter(bundle -> bundle.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("type must come from a bundle, got '" + place + "'"));
    }

    /** The bytes of its jar; of a folder the jar that would be made of it. */
    byte[] jar() {
        try {
            return Files.isDirectory(place) ? pack() : Files.readAllBytes(place);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + place + "': " + e.getMessage(), e);
        }
    }

    String header(String name) {
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    private byte[] pack() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = place.relativize(file).toString().replace('\\', '/');
                if (!name.equals(MANIFEST)) {
                    entries.put(name, Files.readAllBytes(file));
                }
            }
        }
        return JarBytes.of(manifest, entries);
    }

    private static @Nullable ClassPathBundle read(URL url) throws IOException {
        Manifest manifest;
        try (InputStream content = url.openStream()) {
            manifest = new Manifest(content);
        }
        String header = manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        if (header == null) {
            return null;
        }
        return new ClassPathBundle(List.of(header.split(";", 2)).get(0).strip(), place(url), manifest);
    }

    private static Path place(URL manifest) throws IOException {
        if (manifest.openConnection() instanceof JarURLConnection jar) {
            return Path.of(URI.create(jar.getJarFileURL().toString()));
        }
        return Path.of(URI.create(manifest.toString())).resolve("../..").normalize();
    }
}
