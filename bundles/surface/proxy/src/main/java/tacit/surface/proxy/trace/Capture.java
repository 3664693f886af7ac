package tacit.surface.proxy.trace;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** What passes by, within bounds: its beginning, and its end where that is further away. Confined to one thread. */
public final class Capture {

    private static final int TAIL = 1 << 16;

    private final int most;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final Deque<byte[]> tail = new ArrayDeque<>();
    private int tailBytes;
    private long passed;

    /** @param most bytes of the beginning */
    public Capture(int most) {
        this.most = most;
    }

    /** Takes a chunk, which nobody changes any more. */
    public void add(byte[] chunk) {
        passed += chunk.length;
        int room = Math.min(most - head.size(), chunk.length);
        head.write(chunk, 0, room);
        if (room < chunk.length) {
            keepTail(chunk);
        }
    }

    private void keepTail(byte[] chunk) {
        tail.add(chunk);
        tailBytes += chunk.length;
        while (tailBytes - tail.getFirst().length >= TAIL) {
            tailBytes -= tail.removeFirst().length;
        }
    }

    /** The beginning. */
    public byte[] head() {
        return head.toByteArray();
    }

    /** The end where it was left out of the beginning, at least 64 KiB of it as far as there is so much. */
    public byte[] tail() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        tail.forEach(chunk -> all.write(chunk, 0, chunk.length));
        return all.toByteArray();
    }

    /** Whether something is missing in the middle, or may be. */
    public boolean isCut() {
        return !tail.isEmpty();
    }

    /** How many bytes it keeps. */
    int kept() {
        return head.size() + tailBytes;
    }

    /** How many bytes passed by. */
    public long passed() {
        return passed;
    }
}
