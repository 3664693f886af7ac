package tacit.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.Stateless;
import tacit.surface.mcp.rpc.Versions;

/** One client that listens, as server-sent events. Who is slower than changes come is told of each once. */
final class Listening {

    private final Changes changes;
    private final JsonNode id;
    private final Wanted wanted;
    private final int heartbeat;

    /** Says that something may be new; what it is, is looked up. */
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);

    private volatile boolean closed;

    Listening(Changes changes, JsonNode id, Wanted wanted, int heartbeat) {
        this.changes = changes;
        this.id = id;
        this.wanted = wanted;
        this.heartbeat = heartbeat;
    }

    /** Has it look soon. */
    void ring() {
        bell.offer(true);
    }

    /** Tells of changes until it is closed or the client goes. */
    void writeTo(OutputStream out) throws IOException {
        changes.look();
        ObjectNode agreed =
                Json.object().put("jsonrpc", "2.0").put("method", "notifications/subscriptions/acknowledged");
        agreed.putObject("params").set("notifications", wanted.view());
        tell(out, agreed);
        try {
            while (!closed) {
                boolean rung = bell.poll(heartbeat, TimeUnit.SECONDS) != null;
                if (!closed) {
                    look(out, rung);
                }
            }
            send(out, "data: " + Json.text(end()) + "\n\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(OutputStream out, boolean rung) throws IOException {
        for (ObjectNode news : changes.look()) {
            tell(out, news);
        }
        if (!rung) {
            send(out, ": still here\n\n");
        }
    }

    private void tell(OutputStream out, ObjectNode notification) throws IOException {
        notification.withObject("/params").withObject("/_meta").set(Stateless.SUBSCRIPTION, id);
        send(out, "data: " + Json.text(notification) + "\n\n");
    }

    private ObjectNode end() {
        ObjectNode end = Json.object().put("jsonrpc", "2.0");
        end.set("id", id);
        ObjectNode meta = end.putObject("result").put("resultType", "complete").putObject("_meta");
        meta.set(Stateless.SUBSCRIPTION, id);
        meta.set(Stateless.SERVER, Versions.server());
        return end;
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends it soon. */
    void close() {
        closed = true;
        bell.offer(true);
    }
}
