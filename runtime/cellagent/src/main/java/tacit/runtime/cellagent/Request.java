package tacit.runtime.cellagent;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;

/** Reads what the host wrote, field by field. */
final class Request {

    static final byte LOAD = 2;
    static final byte ASK = 3;

    private final DataInputStream in;

    Request(byte[] body) {
        this.in = new DataInputStream(new ByteArrayInputStream(body));
    }

    byte kind() throws IOException {
        return in.readByte();
    }

    /** A candidate: its jar, its configurations, the roles to ask, the others that it may ask, and the longest answer. */
    Candidate candidate() throws IOException {
        byte[] jar = bytes();
        SortedMap<String, Map<String, Object>> configurations = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            configurations.put(text(), settings());
        }
        return new Candidate(jar, configurations, texts(), texts(), in.readInt());
    }

    Situation situation() throws IOException {
        String role = text();
        String method = text();
        String inputs = text();
        Instant clock = Instant.ofEpochSecond(in.readLong(), in.readInt());
        long seed = in.readLong();
        List<InnerCall> inner = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            inner.add(new InnerCall(text(), text(), text(), text()));
        }
        return new Situation(role, method, inputs, clock, seed, inner);
    }

    private Map<String, Object> settings() throws IOException {
        Map<String, Object> settings = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            settings.put(text(), text());
        }
        return settings;
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
