package tacit.runtime.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import tacit.runtime.cell.Main;
import tacit.runtime.testkit.BundleJar;

/** The part of the image that child processes run, of what is on the class path. */
final class TestImage {

    private static final List<String> BUNDLES = List.of(
            "com.fasterxml.jackson.core.jackson-annotations",
            "com.fasterxml.jackson.core.jackson-core",
            "com.fasterxml.jackson.core.jackson-databind",
            "org.apache.felix.configadmin",
            "org.apache.felix.scr",
            "org.ops4j.pax.logging.pax-logging-api",
            "org.osgi.service.component",
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "tacit.api",
            "tacit.runtime.calls",
            "tacit.runtime.cellagent");

    private TestImage() {}

    static void writeTo(Path home) throws IOException {
        Path lib = Files.createDirectories(home.resolve("cell/lib"));
        Path bundles = Files.createDirectories(home.resolve("cell/bundles"));
        Files.write(lib.resolve("framework.jar"), jar(FrameworkFactory.class));
        Files.write(lib.resolve("cell.jar"), jar(Main.class));
        for (String bundle : BUNDLES) {
            Files.write(bundles.resolve(bundle + ".jar"), BundleJar.ofBundle(bundle));
        }
    }

    private static byte[] jar(Class<?> type) throws IOException {
        Path place = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        return Files.isDirectory(place) ? packed(place) : Files.readAllBytes(place);
    }

    private static byte[] packed(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> add(jar, folder, file));
        }
        return bytes.toByteArray();
    }

    private static void add(JarOutputStream jar, Path folder, Path file) {
        try {
            jar.putNextEntry(new JarEntry(folder.relativize(file).toString()));
            jar.write(Files.readAllBytes(file));
            jar.closeEntry();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
