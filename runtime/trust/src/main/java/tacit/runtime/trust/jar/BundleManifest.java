package tacit.runtime.trust.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** The manifest of a bundle. Immutable. */
public final class BundleManifest {

    private static final String FILE = "META-INF/MANIFEST.MF";

    private final Attributes headers;
    private final String symbolicName;
    private final String version;

    private BundleManifest(Attributes headers, String symbolicName, String version) {
        this.headers = headers;
        this.symbolicName = symbolicName;
        this.version = version;
    }

    /** Reads and checks the manifest of a jar. */
    static BundleManifest of(OpenJar jar) throws UnreadableJarException {
        byte[] text = jar.text(FILE);
        if (text == null) {
            throw new UnreadableJarException("It is not a bundle: it has no '" + FILE + "'");
        }
        refuseDoubledHeaders(text);
        Attributes headers = parse(text);
        String name = clauses(headers, "Bundle-SymbolicName").stream()
                .flatMap(clause -> clause.names().stream())
                .findFirst()
                .orElseThrow(() -> new UnreadableJarException("It is not a bundle: it has no Bundle-SymbolicName"));
        if (!name.matches("[A-Za-z0-9_.-]{1,200}")) {
            throw new UnreadableJarException("Its Bundle-SymbolicName '" + name + "' is not a symbolic name");
        }
        if (!"2".equals(value(headers, "Bundle-ManifestVersion"))) {
            throw new UnreadableJarException("Its Bundle-ManifestVersion is not 2");
        }
        return new BundleManifest(headers, name, version(value(headers, "Bundle-Version")));
    }

    public String symbolicName() {
        return symbolicName;
    }

    public String version() {
        return version;
    }

    /** Whether a header is there and says anything. */
    public boolean has(String header) {
        return !value(headers, header).isEmpty();
    }

    /** The clauses of a header; none when it is absent. */
    public List<HeaderClause> clauses(String header) {
        return clauses(headers, header);
    }

    /** The jars and folders inside the jar that its classes come from. */
    public List<String> classPath() {
        List<String> path = clauses("Bundle-ClassPath").stream()
                .flatMap(clause -> clause.names().stream())
                .toList();
        return path.isEmpty() ? List.of(".") : path;
    }

    /** The packages that it cannot do without, with the range as it is written. */
    SortedMap<String, String> neededImports() throws UnreadableJarException {
        SortedMap<String, String> needed = new TreeMap<>();
        for (HeaderClause clause : clauses("Import-Package")) {
            String range = clause.attributes().getOrDefault("version", "");
            checkRange(clause, range);
            if (!"optional".equals(clause.directives().get("resolution"))) {
                clause.names().stream()
                        .filter(name -> !name.startsWith("java."))
                        .forEach(name -> needed.put(name, range));
            }
        }
        return needed;
    }

    private static void checkRange(HeaderClause clause, String range) throws UnreadableJarException {
        if (range.isEmpty()) {
            return;
        }
        try {
            VersionRange.valueOf(range);
        } catch (IllegalArgumentException e) {
            throw new UnreadableJarException(
                    "Its import of " + String.join(", ", clause.names()) + " has no proper version range: '" + range
                            + "'",
                    e);
        }
    }

    private static List<HeaderClause> clauses(Attributes headers, String header) {
        return HeaderClause.of(value(headers, header));
    }

    private static String value(Attributes headers, String header) {
        String value = headers.getValue(header);
        return value == null ? "" : value.strip();
    }

    private static String version(String text) throws UnreadableJarException {
        try {
            return Version.parseVersion(text).toString();
        } catch (IllegalArgumentException e) {
            throw new UnreadableJarException("Its Bundle-Version '" + text + "' is not a version", e);
        }
    }

    private static Attributes parse(byte[] text) throws UnreadableJarException {
        try {
            return new Manifest(new ByteArrayInputStream(text)).getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableJarException("Its manifest is damaged: " + e.getMessage(), e);
        }
    }

    /** Of a header that stands there twice, one reader takes the first and another the last. */
    private static void refuseDoubledHeaders(byte[] text) throws UnreadableJarException {
        Set<String> seen = new TreeSet<>();
        for (String line : new String(text, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1)) {
            if (line.isEmpty()) {
                return;
            }
            String name = line.replaceAll(":.*", "").toLowerCase(Locale.ROOT);
            if (!line.startsWith(" ") && !seen.add(name)) {
                throw new UnreadableJarException("Its manifest has the header '" + name + "' twice");
            }
        }
    }
}
