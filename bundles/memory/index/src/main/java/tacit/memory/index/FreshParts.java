package tacit.memory.index;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NRTCachingDirectory;

/**
 * Keeps small fresh files in memory until they are saved or merged, as most of them live for a second. Lucene's own does so
 * for files whose size is told beforehand; here also for those whose is not, such as stored fields. Thread-safe.
 */
final class FreshParts extends NRTCachingDirectory {

    private static final double LARGEST_MB = 4;
    private static final double ALL_MB = 32;
    private static final long ALL_BYTES = (long) (ALL_MB * 1024 * 1024);

    FreshParts(Directory files) {
        super(files, LARGEST_MB, ALL_MB);
    }

    @Override
    protected boolean doCacheWrite(String name, IOContext context) {
        boolean told = context.mergeInfo != null || context.flushInfo != null;
        return told ? super.doCacheWrite(name, context) : ramBytesUsed() < ALL_BYTES;
    }
}
