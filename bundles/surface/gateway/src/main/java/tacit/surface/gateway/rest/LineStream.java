package tacit.surface.gateway.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tacit.surface.gateway.rest.reply.Json;

/** Turns bytes of UTF-8 text into JSON lines, one per flush, and never cuts a character in two. Thread-safe. */
final class LineStream extends OutputStream {

    private static final int LONGEST = 8_192;

    private final Target target;
    private final String name;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    LineStream(Target target, String name) {
        this.target = target;
        this.name = name;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (waiting) {
            waiting.write(bytes, offset, length);
            if (waiting.size() >= LONGEST) {
                send(false);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (waiting) {
            send(false);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (waiting) {
            send(true);
        }
    }

    private void send(boolean all) throws IOException {
        byte[] bytes = waiting.toByteArray();
        int whole = all ? bytes.length : wholeCharacters(bytes);
        if (whole == 0) {
            return;
        }
        waiting.reset();
        waiting.write(bytes, whole, bytes.length - whole);
        target.write(name, new String(bytes, 0, whole, StandardCharsets.UTF_8));
    }

    // A character of UTF-8 begins with a byte that is not 10xxxxxx, and its first byte says how many follow
    private static int wholeCharacters(byte[] bytes) {
        int start = bytes.length - 1;
        while (start >= 0 && bytes.length - start < 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        if (start < 0) {
            return bytes.length;
        }
        int lead = bytes[start] & 0xFF;
        int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        return bytes.length - start < needed ? start : bytes.length;
    }

    /** Where the lines of both streams of a command meet. Thread-safe. */
    static final class Target {

        private final Object lock = new Object();
        private final OutputStream out;

        Target(OutputStream out) {
            this.out = out;
        }

        void write(String name, Object value) throws IOException {
            byte[] line = (Json.text(Map.of(name, value)) + "\n").getBytes(StandardCharsets.UTF_8);
            synchronized (lock) {
                out.write(line);
                out.flush();
            }
        }
    }
}
