package tacit.runtime.trust.jar;

import java.io.IOException;
import java.io.InputStream;

/** How much of a jar may be unpacked in all, with the jars inside it; a zip bomb ends here. Confined to one examination. */
final class ReadingBudget {

    /** The largest jar that is looked at. */
    static final int LARGEST_JAR = 64 << 20;

    /** The most that it may unpack to. */
    static final long LARGEST_CONTENT = 256L << 20;

    /** The most entries that it may have, those of jars inside it included. */
    static final int MOST_ENTRIES = 20_000;

    private long bytesLeft = LARGEST_CONTENT;
    private int entriesLeft = MOST_ENTRIES;

    void countEntry(long declaredSize) throws UnreadableJarException {
        entriesLeft--;
        if (entriesLeft < 0) {
            throw new UnreadableJarException("It has more than " + MOST_ENTRIES + " entries");
        }
        if (declaredSize > LARGEST_CONTENT) {
            throw tooMuch();
        }
    }

    /** Reads to the end, but never more than a limit. */
    byte[] read(String name, InputStream content, int limit) throws IOException, UnreadableJarException {
        int most = (int) Math.min(limit, bytesLeft);
        byte[] bytes = content.readNBytes(most);
        if (content.read() >= 0) {
            throw most < limit
                    ? tooMuch()
                    : new UnreadableJarException("Entry '" + name + "' is larger than " + limit + " bytes");
        }
        bytesLeft -= bytes.length;
        return bytes;
    }

    private static UnreadableJarException tooMuch() {
        return new UnreadableJarException("It unpacks to more than " + (LARGEST_CONTENT >> 20) + " MB");
    }
}
