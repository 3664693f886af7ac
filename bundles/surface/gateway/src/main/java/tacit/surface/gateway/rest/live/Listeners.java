package tacit.surface.gateway.rest.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;

/** All who listen to one kind of news, each of whom holds a thread; bounded. Thread-safe. */
public final class Listeners {

    private final int most;
    private final int heartbeat;
    private final Set<ServerSent> streams = ConcurrentHashMap.newKeySet();

    /**
     * As settings say.
     *
     * @param most how many may listen at once, in [1, 100]
     * @param heartbeat seconds of silence after which a comment is sent, in [1, 600]
     */
    public Listeners(int most, int heartbeat) {
        this.most = within("listeners", most, 100);
        this.heartbeat = within("heartbeat.seconds", heartbeat, 600);
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    /** An answer that tells what a source has until the caller or the host goes. */
    public Reply listen(NewsSource source) {
        if (streams.size() >= most) {
            throw new HttpProblem(503, "As many listen already as may: " + most);
        }
        ServerSent stream = new ServerSent(source, heartbeat);
        return new Reply(200, "text/event-stream; charset=utf-8", Map.of(), out -> {
            streams.add(stream);
            try {
                stream.writeTo(out);
            } finally {
                streams.remove(stream);
            }
        });
    }

    /** How many listen now. */
    public int count() {
        return streams.size();
    }

    /** Ends all streams soon. */
    public void close() {
        streams.forEach(ServerSent::close);
    }
}
