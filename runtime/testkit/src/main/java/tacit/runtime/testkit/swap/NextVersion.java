package tacit.runtime.testkit.swap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Version;

/** The next version of a bundle: the same classes under a higher number. */
final class NextVersion {

    private static final String HEADER = "Bundle-Version";

    private NextVersion() {}

    static String after(String version) {
        Version old = Version.parseVersion(version);
        return new Version(old.getMajor(), old.getMinor(), old.getMicro() + 1).toString();
    }

    /** The same jar with that version. */
    static byte[] of(byte[] jar, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream from = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = from.getManifest();
            if (manifest == null) {
                throw new IllegalArgumentException("jar must begin with a manifest");
            }
            manifest.getMainAttributes().putValue(HEADER, version);
            try (JarOutputStream to = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.transferTo(to);
                    to.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a jar: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }
}
