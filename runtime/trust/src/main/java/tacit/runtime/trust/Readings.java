package tacit.runtime.trust;

import java.util.LinkedHashMap;
import java.util.Map;
import tacit.runtime.trust.jar.UnreadableJarException;

/** Remembers what the jars of late say, by their hash: the same bytes say the same. Thread-safe. */
final class Readings {

    private static final int REMEMBERED = 64;

    private final Map<String, JarReading> byHash = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JarReading> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Reads a jar. */
    @FunctionalInterface
    interface Reader {
        JarReading read() throws UnreadableJarException;
    }

    /** What a jar says; only what could be read is remembered. */
    JarReading of(String sha256, Reader reader) throws UnreadableJarException {
        JarReading known;
        synchronized (byHash) {
            known = byHash.get(sha256);
        }
        if (known == null) {
            known = reader.read();
            synchronized (byHash) {
                byHash.put(sha256, known);
            }
        }
        return known;
    }
}
