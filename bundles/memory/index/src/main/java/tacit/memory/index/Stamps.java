package tacit.memory.index;

import java.util.concurrent.atomic.AtomicLong;

/** Gives each write a mark of its own: unique over restarts, because each run begins with another prefix. Thread-safe. */
final class Stamps {

    private final String prefix;
    private final AtomicLong next = new AtomicLong();

    Stamps(String prefix) {
        this.prefix = prefix;
    }

    String next() {
        return prefix + Long.toString(next.getAndIncrement(), 36);
    }
}
