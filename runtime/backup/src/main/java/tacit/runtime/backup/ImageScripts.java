package tacit.runtime.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The scripts that make the tables, as the bundles of an image hold them. Immutable. */
final class ImageScripts {

    private final Map<String, List<String>> byOwner;

    private ImageScripts(Map<String, List<String>> byOwner) {
        this.byOwner = Map.copyOf(byOwner);
    }

    /** Of the bundles in the folders {@code bundles} and {@code harness}. */
    static ImageScripts of(Path home) throws IOException {
        Map<String, List<String>> byOwner = new TreeMap<>();
        for (String folder : List.of("bundles", "harness")) {
            Path root = home.resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                            .toList()) {
                        read(jar, byOwner);
                    }
                }
            }
        }
        return new ImageScripts(byOwner);
    }

    private static void read(Path file, Map<String, List<String>> byOwner) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> scripts = new ArrayList<>();
            ZipEntry script = jar.getEntry("db/V1.sql");
            while (script != null) {
                try (InputStream text = jar.getInputStream(script)) {
                    scripts.add(new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
                }
                script = jar.getEntry("db/V" + (scripts.size() + 1) + ".sql");
            }
            if (!scripts.isEmpty() && jar.getManifest() != null) {
                String name = jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
                if (name != null) {
                    byOwner.put(name.split(";", 2)[0].strip(), List.copyOf(scripts));
                }
            }
        }
    }

    /**
     * Refuses what this image could not read.
     *
     * @throws BadBackupException when a script is unknown here, or was another one
     */
    void refuseUnknown(List<Manifest.Script> schema) {
        for (Manifest.Script script : schema) {
            List<String> known = byOwner.getOrDefault(script.owner(), List.of());
            String table = "the tables of '" + script.owner() + "' in version " + script.version();
            if (script.version() < 1 || script.version() > known.size()) {
                throw new BadBackupException("it holds " + table + ", and this Tacit knows them "
                        + (known.isEmpty() ? "not at all" : "up to version " + known.size())
                        + ": restore it with the Tacit that made it, or a newer one");
            }
            if (!Hashing.of(known.get(script.version() - 1)).equals(script.checksum())) {
                throw new BadBackupException("it holds " + table + ", which this Tacit makes differently");
            }
        }
    }

    /** The scripts of an owner up to the newest that had run, in order. */
    Map<String, List<String>> upTo(List<Manifest.Script> schema) {
        Map<String, List<String>> scripts = new TreeMap<>();
        for (Manifest.Script script : schema) {
            List<String> known = byOwner.getOrDefault(script.owner(), List.of());
            scripts.merge(
                    script.owner(),
                    known.subList(0, script.version()),
                    (one, other) -> one.size() > other.size() ? one : other);
        }
        return scripts;
    }
}
