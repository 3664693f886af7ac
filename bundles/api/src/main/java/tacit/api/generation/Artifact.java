package tacit.api.generation;

import java.util.Objects;

/**
 * The exact bundle that fills a role. Immutable.
 *
 * @param symbolicName the bundle's name
 * @param version the bundle's version
 * @param sha256 the hash of its jar, 64 hexadecimal digits in lower case
 */
public record Artifact(String symbolicName, String version, String sha256) {

    public Artifact {
        Objects.requireNonNull(symbolicName, "symbolicName");
        Objects.requireNonNull(version, "version");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits, got '" + sha256 + "'");
        }
    }

    /** Name, version and the begin of the hash, for people. */
    @Override
    public String toString() {
        return symbolicName + " " + version + " (" + sha256.substring(0, 12) + ")";
    }
}
