package tacit.learn.export;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts what an export did. Confined to one thread. */
final class Tally {

    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private long runs;
    private long written;
    private long redactions;

    void run() {
        runs++;
    }

    void left(LeftOut why) {
        leftOut.merge(why, 1L, Long::sum);
    }

    void wrote(int secrets) {
        written++;
        redactions += secrets;
    }

    long runs() {
        return runs;
    }

    long written() {
        return written;
    }

    /** Secrets that were replaced in what was written. */
    long redactions() {
        return redactions;
    }

    Map<LeftOut, Long> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    long left(LeftOut... reasons) {
        long sum = 0;
        for (LeftOut reason : reasons) {
            sum += leftOut.getOrDefault(reason, 0L);
        }
        return sum;
    }
}
