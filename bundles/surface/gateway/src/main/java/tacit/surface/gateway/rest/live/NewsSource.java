package tacit.surface.gateway.rest.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the news of one listener come from. It remembers how far the listener has come; confined to the listener's thread. */
public interface NewsSource {

    /** Rings whenever there may be news, from any thread, until it is closed. */
    Ringing follow(Runnable bell);

    /** What is new since the last call, at most a few hundred; empty for nothing. The first call comes after {@link #follow}. */
    List<Item> next();

    /** Ends the ringing. */
    @FunctionalInterface
    interface Ringing extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * One thing to tell.
     *
     * @param id from where a listener goes on; null for what has no place
     * @param kind one line
     * @param data one line
     */
    record Item(@Nullable String id, String kind, String data) {

        String text() {
            return (id == null ? "" : "id: " + id + "\n") + "event: " + kind + "\ndata: " + data + "\n\n";
        }
    }
}
