package tacit.runtime.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tacit.api.generation.Artifacts;

/** Keeps jars in memory. */
final class MemoryArtifacts implements Artifacts {

    private final Map<String, byte[]> jars = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] jar) {
        try {
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
            jars.put(sha256, jar);
            return sha256;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] read(String sha256) {
        byte[] jar = jars.get(sha256);
        if (jar == null) {
            throw new IllegalStateException("Cannot read jar '" + sha256 + "': it is missing");
        }
        return jar;
    }

    @Override
    public boolean contains(String sha256) {
        return jars.containsKey(sha256);
    }

    @Override
    public void putStatement(String sha256, String statement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> statement(String sha256) {
        return Optional.empty();
    }

    @Override
    public Set<String> keepOnly(Set<String> needed) {
        throw new UnsupportedOperationException();
    }
}
